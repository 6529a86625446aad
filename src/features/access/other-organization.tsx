/** A link led into another organization of this person's: offers to go there, and never just goes. */
import { Link } from '@tanstack/react-router'
import { switchOrganization } from '~/features/organizations/organizations.functions'
import { Button, buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import type { LinkedOrganization } from './linked-organization'
import { goOnTo } from './refusals'
import { useAction } from './use-action'
import { useViewer } from './use-permission'

export function OtherOrganization({ linked }: { readonly linked: LinkedOrganization }) {
  const { organization } = useViewer()
  const { run, pending } = useAction(switchOrganization, { leave: () => goOnTo(linked.page) })
  return (
    <div className="mx-auto max-w-2xl py-10">
      <h1 className="sr-only">In another organization</h1>
      <EmptyState title={`This is in ${linked.name}`}>
        <p>
          {organization === null
            ? 'You belong there, and work in no organization at the moment.'
            : `You belong there too, and work in ${organization.name} at the moment.`}
        </p>
        <p className="mt-5 flex flex-wrap justify-center gap-2">
          <Button
            look="primary"
            fn="organizations.switchOrganization"
            pending={pending}
            onClick={() => run({ data: { organizationId: linked.id } })}
          >
            Switch and open
          </Button>
          <Link to="/" className={buttonClass()}>
            {organization === null ? 'Not now' : `Stay in ${organization.name}`}
          </Link>
        </p>
      </EmptyState>
    </div>
  )
}
