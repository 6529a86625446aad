import { StatusDot } from '~/ui/status-dot'

export function ProjectStatus({ status }: { readonly status: string }) {
  return status === 'active' ? (
    <StatusDot>Active</StatusDot>
  ) : (
    <StatusDot tone="caution">Archived</StatusDot>
  )
}
