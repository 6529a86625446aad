/**
 * Asks the evaluator for the person who looks at the page. Fed by what the guard's loader read, so
 * it works everywhere below `_authed`. What it hides is hidden for convenience; the server decides.
 */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Access, canAccess, canAccessAny, type Permission, type Resource } from '~/authz'
import { accessOf, type Viewer } from './viewer'
import { viewerQuery } from './viewer.queries'

export function useViewer(): Viewer {
  return useSuspenseQuery(viewerQuery).data
}

export function useAccess(): Access | null {
  const viewer = useViewer()
  return useMemo(() => accessOf(viewer), [viewer])
}

/** @returns whether the viewer may do this, to this resource if one is given. */
export function usePermission(permission: Permission, resource?: Resource): boolean {
  return canAccess(useAccess(), permission, resource)
}

/** @returns whether the viewer may do at least one of these. */
export function useAnyPermission(permissions: readonly Permission[]): boolean {
  return canAccessAny(useAccess(), permissions)
}
