import { StatusDot } from '~/ui/status-dot'

export function ProjectStatus({ status }: { readonly status: string }) {
  return status === 'active' ? (
    <StatusDot tone="accent">Active</StatusDot>
  ) : (
    <StatusDot>Archived</StatusDot>
  )
}
