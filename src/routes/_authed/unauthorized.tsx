import { createFileRoute } from '@tanstack/react-router'
import { isPermission, type Permission } from '~/authz'
import { safeRedirect } from '~/features/access/safe-redirect'
import { UnauthorizedPage } from '~/features/access/unauthorized-page'
import { pageTitle } from '../-shell/page-title'

interface Search {
  /** Only what the registry knows: nobody's own text ends up on the page. */
  permission?: Permission
  /** The page that was refused, to try again. */
  from?: string
}

export const Route = createFileRoute('/_authed/unauthorized')({
  validateSearch: ({ permission, from }): Search => {
    const path = safeRedirect(from)
    return {
      ...(typeof permission === 'string' && isPermission(permission) ? { permission } : {}),
      ...(path === '/' ? {} : { from: path }),
    }
  },
  head: () => pageTitle('No access'),
  component: Unauthorized,
})

function Unauthorized() {
  const { permission, from } = Route.useSearch()
  return <UnauthorizedPage permission={permission} from={from} />
}
