/** The outline of what is on its way. It says so once, to those who can't see it too. */
import type { ReactNode } from 'react'
import { cx } from './cx'

/** One shape; its size is its class. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div className={cx('animate-pulse rounded bg-line/70', className ?? 'h-4 w-full')} />
}

/** Around the shapes of a page or a part of one. */
export function Loading({ label, children }: LoadingProps) {
  return (
    <div aria-busy="true">
      <output className="sr-only">{label}</output>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}

interface LoadingProps {
  /** `Loading members` */
  readonly label: string
  readonly children: ReactNode
}

export interface TableSkeletonProps {
  readonly label: string
  readonly columns: number
  readonly rows?: number
}

const WIDTHS = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3']

export function TableSkeleton({ label, columns, rows = 5 }: TableSkeletonProps) {
  return (
    <Loading label={label}>
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        <div className="border-b border-line px-4 py-3">
          <Skeleton className="h-3.5 w-24" />
        </div>
        <div className="divide-y divide-line">
          {counted(rows).map((row) => (
            <div key={row} className="flex min-h-[2.875rem] items-center gap-8 px-4">
              {counted(columns).map((column) => (
                <div key={column} className={cx('flex-1', column > 1 && 'max-md:hidden')}>
                  <Skeleton className={cx('h-3.5', WIDTHS[(row + column) % WIDTHS.length])} />
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </Loading>
  )
}

function counted(length: number): number[] {
  return Array.from({ length }, (_, position) => position)
}
