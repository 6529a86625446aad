import { Badge } from '~/ui/badge'

export function ProjectStatus({ status }: { readonly status: string }) {
  return status === 'archived' ? <Badge>Archived</Badge> : <Badge tone="accent">Active</Badge>
}
