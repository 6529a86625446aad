import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { ComparePage } from '~/features/roles/components/compare-page'
import { rolesQuery } from '~/features/roles/roles.queries'
import { pageTitle } from '../../../-shell/page-title'

interface CompareSearch {
  readonly first?: string
  readonly second?: string
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

export const Route = createFileRoute('/_authed/_member/roles/compare')({
  validateSearch: (raw: Record<string, unknown>): CompareSearch => ({
    first: text(raw.first),
    second: text(raw.second),
  }),
  loader: ({ context, location }) => load(() => context.queryClient.query(rolesQuery), location),
  head: () => pageTitle('Compare roles'),
  component: Compare,
})

/** What the address doesn't name, or names wrongly, is one of the first two. */
function Compare() {
  const { data: roles } = useSuspenseQuery(rolesQuery)
  const { first, second } = Route.useSearch()
  const known = (id: string | undefined) => roles.find((role) => role.id === id)?.id
  const firstId = known(first) ?? roles[0]?.id ?? ''
  const secondId = known(second) ?? roles.find(({ id }) => id !== firstId)?.id ?? firstId
  return <ComparePage roles={roles} firstId={firstId} secondId={secondId} />
}
