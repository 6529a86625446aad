/**
 * Guard: signed in. What it reads about the viewer feeds every control below it. It leads away
 * for the person's sake; the functions behind the pages refuse by themselves.
 */
import { createFileRoute, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationChanged } from '~/features/access/error-page'
import { isLeaving } from '~/features/access/leaving'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import type { Viewer } from '~/features/access/viewer'
import { viewerQuery } from '~/features/access/viewer.queries'
import { rememberRenderedOrganization } from '~/middleware/organization-assertion'
import { Shell } from './-shell/shell'

export const Route = createFileRoute('/_authed')({
  loader: ({ context, location }) => load(() => context.queryClient.query(viewerQuery), location),
  component: Authed,
})

function Authed() {
  const viewer = useViewer()
  const isSame = useTab(viewer)
  return <Shell viewer={viewer}>{isSame ? <Outlet /> : <OrganizationChanged />}</Shell>
}

/**
 * A tab belongs to one person in one organization for as long as its document lives: signing in,
 * signing out and switching all load a new one, and a tab on its way there is left as it is. So if the viewer is suddenly somebody else, or
 * somewhere else, that happened in another tab, and nothing of this page may be acted on.
 *
 * The state's initializer runs before any effect or handler below can call a function.
 */
function useTab({ userId, organization }: Viewer): boolean {
  const here = `${userId} ${organization?.id ?? ''}`
  const [first] = useState(() => {
    rememberRenderedOrganization(organization?.id)
    return here
  })
  return first === here || isLeaving()
}
