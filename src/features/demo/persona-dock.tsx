/**
 * The dock of the demo: who you are, and everybody else you could be. Only in demo mode, which the
 * server says with the viewer; its code is fetched then and not before. It is not what keeps
 * others out: the functions behind it are.
 */
import { useHydrated } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Permission } from '~/authz'
import type { Viewer } from '~/features/access/viewer'

const Dock = lazy(async () => ({ default: (await import('./components/dock')).Dock }))

export interface PersonaDockProps {
  readonly isDemo: boolean
  /** Null where nobody is signed in. */
  readonly viewer: Viewer | null
  /** The permissions of which any opens a page of the menu. */
  readonly opens?: (path: string) => readonly Permission[]
}

export function PersonaDock({ isDemo, viewer, opens }: PersonaDockProps) {
  // What it shows depends on what this browser remembers, which the server does not know.
  const isHydrated = useHydrated()
  if (!isDemo || !isHydrated) return null
  return (
    <Suspense>
      <Dock viewer={viewer} opens={opens} />
    </Suspense>
  )
}
