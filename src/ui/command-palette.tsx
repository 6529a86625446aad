/**
 * Everything one can do, found by typing. The page that opens it brings what is in it; this is the
 * window, the box and the list. Load it when it is first asked for.
 */
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { cx } from './cx'
import { Icon, type IconName } from './icons'
import { Kbd } from './kbd'
import { BACKDROP, ITEM, ITEM_GROUP } from './looks'
import { type Marks, marks, marksOr } from './marks'

export interface Command extends Marks {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  /** A few words at the end of its line. */
  readonly note?: string
  readonly onSelect: () => void
}

export interface CommandGroup {
  readonly label: string
  readonly items: readonly Command[]
}

export interface CommandPaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly label: string
  readonly placeholder: string
  readonly groups: readonly CommandGroup[]
  /** What is typed, for groups that a server searches. */
  readonly onQuery?: (text: string) => void
  /** The groups are the answer already: nothing is filtered here. */
  readonly filtered?: boolean
  readonly empty?: string
}

export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, label, placeholder, groups, onQuery, filtered = false } = props
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={BACKDROP} />
        <BaseDialog.Popup
          aria-label={label}
          className="fixed top-[12dvh] left-1/2 z-50 flex max-h-[min(30rem,76dvh)] w-[36rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-floating outline-hidden transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            itemToStringValue={(command: Command) => command.label}
            filter={filtered ? null : undefined}
            autoHighlight="always"
            keepHighlight
            onValueChange={(text) => onQuery?.(text)}
          >
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Icon name="search" className="size-4 text-ink-faint" />
              <Autocomplete.Input
                {...marks({ local: true })}
                aria-label={label}
                placeholder={placeholder}
                className="h-12 min-w-0 flex-1 bg-transparent text-body outline-hidden placeholder:text-ink-faint pointer-coarse:text-base"
              />
              <BaseDialog.Close {...marks({ local: true })}>
                <span className="sr-only">Close</span>
                <Kbd keys={['escape']} />
              </BaseDialog.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto p-1.5">
              <Autocomplete.Empty className="px-2.5 py-8 text-center text-sm text-ink-faint empty:hidden">
                {props.empty ?? 'Nothing matches.'}
              </Autocomplete.Empty>
              <Autocomplete.List>
                {(group: CommandGroup) => (
                  <Group key={group.label} group={group} onDone={() => onOpenChange(false)} />
                )}
              </Autocomplete.List>
            </div>
            <Hints />
          </Autocomplete.Root>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

interface GroupProps {
  readonly group: CommandGroup
  readonly onDone: () => void
}

function Group({ group, onDone }: GroupProps) {
  return (
    <Autocomplete.Group items={group.items}>
      <Autocomplete.GroupLabel className={ITEM_GROUP}>{group.label}</Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(command: Command) => (
          <Autocomplete.Item
            key={command.id}
            {...marksOr({ nav: true }, command)}
            value={command}
            onClick={() => {
              onDone()
              command.onSelect()
            }}
            className={cx(ITEM, 'min-h-9')}
          >
            {command.icon !== undefined && (
              <Icon name={command.icon} className="size-4 text-ink-faint" />
            )}
            <span className="min-w-0 flex-1 truncate">{command.label}</span>
            {command.note !== undefined && (
              <span className="text-xs text-ink-faint">{command.note}</span>
            )}
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  )
}

function Hints() {
  return (
    <p className="flex items-center gap-4 border-t border-line px-4 py-2 text-xs text-ink-faint pointer-coarse:hidden">
      <span className="inline-flex items-center gap-1.5">
        <Kbd keys={['up', 'down']} /> to choose
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Kbd keys={['enter']} /> to open
      </span>
    </p>
  )
}
