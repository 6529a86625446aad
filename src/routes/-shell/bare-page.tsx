/** The frame of pages that nobody is signed in on. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Brand } from './brand'

export function BarePage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="min-h-dvh px-5 py-6">
      <header className="mx-auto max-w-5xl">
        <Link to="/" aria-label="Gatehouse: to the dashboard">
          <Brand />
        </Link>
      </header>
      <main className="mx-auto max-w-5xl">{children}</main>
    </div>
  )
}
