/** The frame of the page: what there is, and the way to it. */
import { PageHeader } from '~/ui/page-header'
import { BarePage } from '../-shell/bare-page'
import { Actions } from './actions'
import { Choices } from './choices'
import { Colours } from './colours'
import { Data } from './data'
import { Feedback } from './feedback'
import { Fields } from './fields'
import { Frames } from './frames'
import { Navigation } from './navigation'
import { Overlays } from './overlays'
import { Shapes } from './shapes'
import { Writing } from './writing'

const CHAPTERS = [
  { id: 'colours', label: 'Colours', content: <Colours /> },
  { id: 'shapes', label: 'Type and shape', content: <Shapes /> },
  { id: 'actions', label: 'Actions', content: <Actions /> },
  { id: 'fields', label: 'Fields', content: <Fields /> },
  { id: 'writing', label: 'Writing', content: <Writing /> },
  { id: 'choices', label: 'Choices', content: <Choices /> },
  { id: 'navigation', label: 'Navigation', content: <Navigation /> },
  { id: 'frames', label: 'Frames', content: <Frames /> },
  { id: 'overlays', label: 'Overlays', content: <Overlays /> },
  { id: 'feedback', label: 'Feedback', content: <Feedback /> },
  { id: 'data', label: 'Data', content: <Data /> },
]

export function DesignPage() {
  return (
    <BarePage>
      <div className="py-8">
        <PageHeader
          title="Design system"
          description="Ink, bone and one ultramarine. Every primitive, in every state it has; none of them knows what it is used for."
        />
        <nav
          aria-label="Chapters"
          className="sticky top-0 z-20 -mx-5 mb-10 flex gap-1 overflow-x-auto border-b border-line bg-ground px-4 py-2 text-sm"
        >
          {CHAPTERS.map(({ id, label }) => (
            <a
              key={id}
              href={`#${id}`}
              className="inline-flex min-h-8 items-center rounded-md px-2.5 whitespace-nowrap text-ink-soft transition-colors hover:bg-highlight hover:text-ink pointer-coarse:min-h-11"
            >
              {label}
            </a>
          ))}
        </nav>
        {CHAPTERS.map(({ id, label, content }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="mb-16 scroll-mt-16">
            <h2 id={`${id}-title`} className="mb-5 text-xl font-semibold">
              {label}
            </h2>
            <div className="flex flex-col gap-8">{content}</div>
          </section>
        ))}
      </div>
    </BarePage>
  )
}
