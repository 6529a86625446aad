import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { MatrixPage } from '~/features/roles/components/matrix-page'
import { matrixSearch } from '~/features/roles/matrix-search'
import { listGuards, listRoles } from '~/features/roles/roles.functions'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/matrix')({
  validateSearch: matrixSearch,
  loader: ({ location }) => load(() => Promise.all([listRoles(), listGuards()]), location),
  head: () => pageTitle('Access matrix'),
  component: Matrix,
})

function Matrix() {
  const [roles, guards] = Route.useLoaderData()
  return <MatrixPage roles={roles} guards={guards} search={Route.useSearch()} />
}
