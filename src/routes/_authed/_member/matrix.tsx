import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { MatrixPage } from '~/features/roles/components/matrix-page'
import { matrixSearch } from '~/features/roles/matrix-search'
import { guardsQuery, rolesQuery } from '~/features/roles/roles.queries'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/matrix')({
  validateSearch: matrixSearch,
  loader: ({ context: { queryClient }, location }) =>
    load(
      () => Promise.all([queryClient.query(rolesQuery), queryClient.query(guardsQuery)]),
      location,
    ),
  head: () => pageTitle('Access matrix'),
  component: Matrix,
})

function Matrix() {
  const { data: roles } = useSuspenseQuery(rolesQuery)
  const { data: guards } = useSuspenseQuery(guardsQuery)
  return <MatrixPage roles={roles} guards={guards} search={Route.useSearch()} />
}
