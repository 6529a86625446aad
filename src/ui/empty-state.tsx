/** Says why there is nothing here, and what could be done about it. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons'

export interface EmptyStateProps {
  readonly title: string
  readonly icon?: IconName
  readonly children?: ReactNode
}

export function EmptyState({ title, icon, children }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong/60 px-6 py-12 text-center">
      {icon !== undefined && <Icon name={icon} className="mb-3 size-5 text-ink-faint" />}
      <p className="font-medium">{title}</p>
      {children !== undefined && (
        <div className="mx-auto mt-1 max-w-md text-sm text-ink-soft">{children}</div>
      )}
    </div>
  )
}
