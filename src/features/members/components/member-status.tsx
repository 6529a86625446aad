import { Badge } from '~/ui/badge'

/** Nothing for an active membership, which is what one expects. */
export function MemberStatus({ status }: { readonly status: string }) {
  if (status === 'active') return null
  return <Badge tone="refused">{status === 'suspended' ? 'Suspended' : status}</Badge>
}
