/** A permission's name, always set the same way: monospace, in a chip. */
import { cx } from './cx'

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
      {held !== undefined && <span aria-hidden="true">{held ? '✓' : '✕'}</span>}
      {name}
      {held !== undefined && <span className="sr-only">{held ? ' (held)' : ' (missing)'}</span>}
    </code>
  )
}
