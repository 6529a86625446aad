/** Type, spacing, corners, shadows and signs. */
import { Icon, ICON_NAMES } from '~/ui/icons'
import { Sample } from './sample'

const SIZES = [
  { name: '24 / semibold', look: 'text-2xl font-semibold tracking-tight', use: 'Page titles' },
  { name: '20 / semibold', look: 'text-xl font-semibold', use: 'Chapters' },
  { name: '16 / semibold', look: 'text-base font-semibold', use: 'Sections' },
  { name: '15', look: 'text-body', use: 'Running text' },
  { name: '14', look: 'text-sm', use: 'Controls and tables' },
  { name: '13', look: 'text-small', use: 'Hints, heads of tables' },
  { name: '12 / mono', look: 'font-mono text-xs', use: 'documents:publish' },
]

const STEPS = [4, 8, 12, 16, 20, 24, 32, 40, 64]

const CORNERS = [
  { name: '4', look: 'rounded' },
  { name: '6', look: 'rounded-md' },
  { name: '8', look: 'rounded-lg' },
  { name: '12', look: 'rounded-xl' },
  { name: 'full', look: 'rounded-full' },
]

export function Shapes() {
  return (
    <>
      <Sample name="Type" note="Instrument Sans, tabular figures; Geist Mono for names." stacked>
        <ul className="flex flex-col gap-2">
          {SIZES.map(({ name, look, use }) => (
            <li key={name} className="flex items-baseline gap-6">
              <span className="w-28 shrink-0 text-xs text-ink-faint">{name}</span>
              <span className={look}>{use}</span>
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Spacing" note="Steps of 4 px." stacked>
        <ul className="flex flex-wrap items-end gap-4">
          {STEPS.map((step) => (
            <li key={step} className="text-center text-xs text-ink-faint">
              <span
                aria-hidden="true"
                className="mb-1.5 block bg-accent-soft"
                style={{ width: step, height: step }}
              />
              {step}
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Corners and shadows" note="A hairline first; a shadow only for what floats.">
        {CORNERS.map(({ name, look }) => (
          <span
            key={name}
            className={`flex size-14 items-center justify-center border border-line-strong/60 bg-surface text-xs text-ink-faint ${look}`}
          >
            {name}
          </span>
        ))}
        <span className="flex h-14 items-center rounded-lg border border-line bg-surface px-4 text-xs text-ink-faint shadow-raised">
          raised
        </span>
        <span className="flex h-14 items-center rounded-lg border border-line bg-surface px-4 text-xs text-ink-faint shadow-floating">
          floating
        </span>
      </Sample>
      <Sample name="Icons" note="Decoration, always: the word beside them is read out." stacked>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-y-3">
          {ICON_NAMES.map((name) => (
            <li key={name} className="flex items-center gap-2 text-xs text-ink-soft">
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Sample>
    </>
  )
}
