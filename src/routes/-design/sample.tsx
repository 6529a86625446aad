/** One primitive, with a name and its states. */
import type { ReactNode } from 'react'

export interface SampleProps {
  readonly name: string
  /** What it is for. */
  readonly note?: ReactNode
  readonly children: ReactNode
  /** One below the other, each as wide as it likes. */
  readonly stacked?: boolean
}

export function Sample({ name, note, children, stacked = false }: SampleProps) {
  return (
    <div className="grid gap-x-8 gap-y-3 border-t border-line pt-5 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h3 className="text-sm font-semibold">{name}</h3>
        {note !== undefined && <p className="mt-0.5 text-small text-ink-faint">{note}</p>}
      </div>
      <div className={stacked ? 'flex flex-col gap-5' : 'flex flex-wrap items-center gap-3'}>
        {children}
      </div>
    </div>
  )
}
