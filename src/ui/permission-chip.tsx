/** A permission's name, always set the same way: monospace, in a chip. */
import { cx } from './cx'
import { Icon } from './icons'

export interface PermissionChipProps {
  readonly name: string
  /** Whether the person who looks at it holds it; without it the chip says nothing about that. */
  readonly held?: boolean
}

export function PermissionChip({ name, held }: PermissionChipProps) {
  return (
    <code
      className={cx(
        'inline-flex items-center gap-1 rounded border px-1.5 py-px font-mono text-xs whitespace-nowrap',
        held === undefined && 'border-line bg-sunken text-ink-soft',
        held === true && 'border-transparent bg-allowed-soft text-allowed',
        held === false && 'border-transparent bg-refused-soft text-refused',
      )}
    >
      {held === true && <Icon name="check" className="size-3" />}
      {held === false && <Icon name="cross" className="size-3" />}
      {name}
      {held !== undefined && <span className="sr-only">{held ? ' (held)' : ' (missing)'}</span>}
    </code>
  )
}
