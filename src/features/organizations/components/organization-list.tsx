/** A person's organizations, and entering one. */
import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import type { Viewer } from '~/features/access/viewer'
import { Avatar } from '~/ui/avatar'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Section } from '~/ui/section'
import { switchOrganization } from '../organizations.functions'

export function OrganizationList({ viewer }: { readonly viewer: Viewer }) {
  const { run, pending } = useAction(switchOrganization, { leave: () => leaveFor('/') })
  if (viewer.organizations.length === 0) return null
  return (
    <Section title="You belong to">
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-raised">
        {viewer.organizations.map(({ id, name, status }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-4 px-5 py-2.5">
            <span className="flex min-w-0 items-center gap-3">
              <Avatar square name={name} />
              <span className="min-w-0 font-medium wrap-break-word">{name}</span>
            </span>
            {id === viewer.organization?.id ? (
              <Badge tone="accent">You are here</Badge>
            ) : status === 'active' ? (
              <Button
                size="small"
                fn="organizations.switchOrganization"
                pending={pending}
                aria-label={`Work here: ${name}`}
                onClick={() => run({ data: { organizationId: id } })}
              >
                Work here
              </Button>
            ) : (
              <Badge tone="refused">Your membership is {status}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
