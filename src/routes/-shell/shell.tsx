/** The frame of every page behind the sign-in: a sidebar that becomes a top bar on narrow screens. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Viewer } from '~/features/access/viewer'
import { OrganizationSwitcher } from '~/features/organizations/components/organization-switcher'
import { IconButton } from '~/ui/button'
import { PersonaDock } from '~/features/demo/persona-dock'
import { Brand, BRAND_LINK } from './brand'
import { permissionsFor } from './destinations'
import { MobileMenu } from './mobile-menu'
import { Navigation } from './navigation'
import { showOverlay } from './overlay'
import { Palette } from './palette/palette'
import { PaletteButton } from './palette/palette-button'
import { PersonMenu } from './person-menu'
import { Shortcuts } from './shortcuts/shortcuts'

export function Shell({ viewer, children }: ShellProps) {
  const menu = (
    <>
      <OrganizationSwitcher viewer={viewer} />
      <PaletteButton />
      <Navigation />
      <div className="mt-auto border-t border-line pt-3">
        <PersonMenu viewer={viewer} />
      </div>
    </>
  )
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-surface px-4 py-2 focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30 border-line bg-ground max-lg:border-b lg:h-dvh lg:border-r">
        <div className="flex h-full max-h-dvh flex-col gap-4 overflow-y-auto px-4 py-2.5 lg:px-3 lg:py-4">
          <div className="flex min-h-9 items-center justify-between lg:px-2.5">
            <Link to="/" aria-label="Gatehouse: to the dashboard" className={BRAND_LINK}>
              <Brand />
            </Link>
            <div className="-mr-2 flex items-center gap-1 lg:hidden">
              <IconButton
                local
                label="Search or jump to"
                icon="search"
                aria-haspopup="dialog"
                onClick={() => showOverlay('palette')}
              />
              <MobileMenu>{menu}</MobileMenu>
            </div>
          </div>
          <div className="flex flex-1 flex-col gap-5 max-lg:hidden">{menu}</div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-5 pt-6 pb-[calc(4rem+var(--dock-space,0rem))] outline-hidden sm:px-8 lg:px-12 lg:pt-9"
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
