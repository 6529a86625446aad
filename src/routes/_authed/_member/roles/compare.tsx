import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useAsked } from '~/features/access/list-address'
import { load } from '~/features/access/load'
import { ComparePage } from '~/features/roles/components/compare-page'
import type { Role } from '~/features/roles/components/role-types'
import { comparisonQuery, rolesQuery } from '~/features/roles/roles.queries'
import { pageTitle } from '../../../-shell/page-title'

type CompareSearch = { readonly first?: string; readonly second?: string }

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

const searchOf = (raw: Record<string, unknown>): CompareSearch => ({
  first: text(raw.first),
  second: text(raw.second),
})

export const Route = createFileRoute('/_authed/_member/roles/compare')({
  validateSearch: searchOf,
  // Whoever may see roles to assign them, and not to read what they grant, is told what it takes.
  loader: ({ context: { queryClient }, location }) =>
    load(async () => {
      const roles = await queryClient.query(rolesQuery)
      const { firstId, secondId } = pairOf(roles, searchOf(location.search))
      await queryClient.query(comparisonQuery(firstId, secondId))
    }, location),
  head: () => pageTitle('Compare roles'),
  component: Compare,
})

function Compare() {
  const { data: roles } = useSuspenseQuery(rolesQuery)
  const search = Route.useSearch()
  // What is chosen shows at once; what is compared stays until the other comparison is there.
  const { firstId, secondId } = pairOf(roles, useAsked(search, searchOf))
  const { data: compared } = useSuspenseQuery(comparisonQuery(firstId, secondId))
  return <ComparePage roles={roles} {...pairOf(roles, search)} compared={compared} />
}

/** What the address doesn't name, or names wrongly, is one of the first two. */
function pairOf(roles: readonly Role[], { first, second }: CompareSearch) {
  const known = (id: string | undefined) => roles.find((role) => role.id === id)?.id
  const firstId = known(first) ?? roles[0]?.id ?? ''
  const secondId = known(second) ?? roles.find(({ id }) => id !== firstId)?.id ?? firstId
  return { firstId, secondId }
}
