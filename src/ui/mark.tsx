/** Yes or no: a sign, a colour and a word, which a table's cell keeps for those who see neither. */
import { cx } from './cx'
import { Icon } from './icons'

export interface MarkProps {
  readonly allowed: boolean
  /** The word shows: this is the answer, and not one of many in a table. */
  readonly worded?: boolean
}

export function Mark({ allowed, worded = false }: MarkProps) {
  const colour = allowed ? 'text-allowed' : 'text-refused'
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-sm font-medium', colour)}>
      <Icon name={allowed ? 'check' : worded ? 'cross' : 'minus'} className="size-4" />
      <span className={worded ? undefined : 'sr-only'}>{allowed ? 'Allowed' : 'Not allowed'}</span>
    </span>
  )
}
