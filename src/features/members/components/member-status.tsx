import { StatusDot } from '~/ui/status-dot'

export function MemberStatus({ status }: { readonly status: string }) {
  if (status === 'active') return <StatusDot>Active</StatusDot>
  return <StatusDot tone="refused">{status === 'suspended' ? 'Suspended' : status}</StatusDot>
}
