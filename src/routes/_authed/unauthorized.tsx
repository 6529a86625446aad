import { createFileRoute } from '@tanstack/react-router'
import { unauthorizedSearch } from '~/features/access/search'
import { UnauthorizedPage } from '~/features/access/unauthorized-page'
import { pageTitle } from '../-shell/page-title'

export const Route = createFileRoute('/_authed/unauthorized')({
  validateSearch: unauthorizedSearch,
  head: () => pageTitle('No access'),
  component: Unauthorized,
})

function Unauthorized() {
  const { permission, from } = Route.useSearch()
  return <UnauthorizedPage permission={permission} from={from} />
}
