/** The frame of the pages on the way into an account: a narrow form under a heading. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { BarePage } from './bare-page'

export interface AccountPageProps {
  readonly title: string
  readonly description: ReactNode
  /** The way back to signing in, where the page itself does not lead there. */
  readonly wayBack?: boolean
  readonly children: ReactNode
}

export function AccountPage({ title, description, wayBack = true, children }: AccountPageProps) {
  return (
    <BarePage>
      <div className="mx-auto max-w-sm py-10 lg:py-16">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1.5 mb-6 text-ink-soft">{description}</p>
        {children}
        {wayBack && (
          <p className="mt-6 text-sm">
            <Link to="/login" className="underline underline-offset-4">
              Back to signing in
            </Link>
          </p>
        )}
      </div>
    </BarePage>
  )
}
