/** Who handles the plan and its bill without a role for it. */
import { useAction } from '~/features/access/use-action'
import { useAnyPermission, usePermission } from '~/features/access/use-permission'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Panel, Section } from '~/ui/section'
import { setBillingContact } from '../members.functions'
import type { Member, MemberRow } from './member-types'

/** Beside the name of who it is. */
export function BillingContactBadge({ member }: { readonly member: Member | MemberRow }) {
  return member.isBillingContact ? <Badge>Billing contact</Badge> : null
}

export function BillingContact({ member }: { readonly member: Member }) {
  const mayAssign = usePermission('org:roles:assign')
  const handlesBilling = useAnyPermission(['billing:write'])
  const is = member.isBillingContact
  const { run, pending } = useAction(setBillingContact, {
    done: is ? `${member.name} is no longer billing contact` : `${member.name} is billing contact`,
  })
  if (!mayAssign || !handlesBilling) return null
  return (
    <Section title="Billing contact">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-sm text-ink-soft">
            {is
              ? 'Sees and changes the plan, whatever their roles.'
              : 'A billing contact sees and changes the plan without a role for it.'}
          </p>
          <Button
            fn="members.setBillingContact"
            pending={pending}
            onClick={() => run({ data: { memberId: member.id, isBillingContact: !is } })}
          >
            {is ? 'Take back' : 'Make billing contact'}
          </Button>
        </div>
      </Panel>
    </Section>
  )
}
