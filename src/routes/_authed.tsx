/**
 * Guard: signed in. What it reads about the viewer feeds every control below it. It leads away
 * for the person's sake; the functions behind the pages refuse by themselves.
 */
import { createFileRoute, Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationChanged } from '~/features/access/error-page'
import { isLeaving } from '~/features/access/leaving'
import { linkedOrganization } from '~/features/access/linked-organization'
import { load } from '~/features/access/load'
import { OtherOrganization } from '~/features/access/other-organization'
import { unauthorizedSearch } from '~/features/access/search'
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
  return (
    <Shell viewer={viewer}>{isSame ? <Content viewer={viewer} /> : <OrganizationChanged />}</Shell>
  )
}

/** The page, or the way to it where the link that was followed leads into another organization. */
function Content({ viewer }: { readonly viewer: Viewer }) {
  const location = useLocation()
  const { from } = unauthorizedSearch(location.search)
  const linked =
    linkedOrganization(viewer, location.href) ?? linkedOrganization(viewer, from ?? '/')
  return linked === undefined ? <Outlet /> : <OtherOrganization linked={linked} />
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
