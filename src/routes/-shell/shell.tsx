/** The frame of every page behind the sign-in: a sidebar that becomes a top bar on narrow screens. */
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Viewer } from '~/features/access/viewer'
import { OrganizationSwitcher } from '~/features/organizations/components/organization-switcher'
import { Button } from '~/ui/button'
import { cx } from '~/ui/cx'
import { PersonaDock } from '~/features/demo/persona-dock'
import { permissionsFor } from './destinations'
import { Brand } from './brand'
import { Navigation } from './navigation'
import { Palette } from './palette/palette'
import { PaletteButton } from './palette/palette-button'
import { PersonBar } from './person-bar'
import { Shortcuts } from './shortcuts/shortcuts'

export function Shell({ viewer, children }: ShellProps) {
  const { pathname } = useLocation()
  // Open on one page: going to another closes it.
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === pathname
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-surface px-4 py-2 focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <header className="border-line bg-surface max-lg:border-b lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-r">
        <div className="flex min-h-full flex-col gap-5 px-4 py-3 lg:py-5">
          <div className="flex items-center justify-between lg:px-2.5">
            <Brand />
            <Button
              look="quiet"
              className="lg:hidden"
              aria-expanded={open}
              aria-controls="menu"
              onClick={() => setOpenAt(open ? undefined : pathname)}
            >
              {open ? 'Close' : 'Menu'}
            </Button>
          </div>
          <div
            id="menu"
            className={cx('flex-1 flex-col gap-6 lg:flex', open ? 'flex pb-3' : 'max-lg:hidden')}
          >
            <OrganizationSwitcher viewer={viewer} />
            <PaletteButton />
            <Navigation />
            <PersonBar viewer={viewer} />
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-5 pt-8 pb-[calc(2rem+var(--dock-space,0rem))] outline-hidden lg:px-12 lg:pt-10"
      >
        <div className="mx-auto max-w-5xl">{children}</div>
      </main>
      <Palette />
      <Shortcuts />
      <PersonaDock isDemo={viewer.isDemo} viewer={viewer} opens={permissionsFor} />
    </div>
  )
}

interface ShellProps {
  readonly viewer: Viewer
  readonly children: ReactNode
}
