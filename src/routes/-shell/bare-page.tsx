/** The frame of pages that are there for everybody, signed in or not. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isDemoPage } from '~/features/access/demo-page'
import { PersonaDock } from '~/features/demo/persona-dock'
import { Brand, BRAND_LINK } from './brand'
import { ThemeControl } from './theme-control'

export function BarePage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="min-h-dvh px-5 py-6">
      <header className="mx-auto flex max-w-5xl items-center justify-between gap-4">
        <Link to="/" aria-label="Gatehouse: to the dashboard" className={BRAND_LINK}>
          <Brand />
        </Link>
        <ThemeControl />
      </header>
      <main className="mx-auto max-w-5xl pb-(--dock-space,0rem)">{children}</main>
      <PersonaDock isDemo={isDemoPage()} viewer={null} />
    </div>
  )
}
