/** Offering the organization to another member, and taking the offer back. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { usePermission } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { offerOwnership, withdrawOffer } from '../ownership.functions'
import { offerQuery } from '../ownership.queries'

interface TransferOwnershipProps {
  /** The organization's. */
  readonly name: string
  /** The field that chooses a member, as `memberId`. */
  readonly picker: ReactNode
}

export function TransferOwnership({ name, picker }: TransferOwnershipProps) {
  const mayTransfer = usePermission('org:transfer')
  const { data: offer } = useSuspenseQuery(offerQuery)
  if (!mayTransfer) return null
  return (
    <Section title="Hand the organization over">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          {offer === null ? (
            <p className="max-w-xl text-sm text-ink-soft">
              You offer it to a member. When they accept, they become an owner and you an admin.
            </p>
          ) : (
            <p className="max-w-xl text-sm text-ink-soft">
              {offer.giver} has offered {name} to{' '}
              <strong className="font-medium text-ink">{offer.recipient}</strong>. The offer ends{' '}
              <Time at={offer.expiresAt} />.
            </p>
          )}
          <span className="flex flex-wrap gap-3">
            {offer !== null && <Withdraw offerId={offer.id} />}
            <OfferIt name={name} isAnother={offer !== null} picker={picker} />
          </span>
        </div>
      </Panel>
    </Section>
  )
}

function Withdraw({ offerId }: { readonly offerId: string }) {
  const { run, pending } = useAction(withdrawOffer, { done: 'Offer withdrawn' })
  return (
    <Button
      fn="ownership.withdrawOffer"
      pending={pending}
      onClick={() => run({ data: { offerId } })}
    >
      Withdraw the offer
    </Button>
  )
}

function OfferIt({ name, isAnother, picker }: OfferItProps) {
  const { run, pending, errors: refused } = useAction(offerOwnership, { done: 'Offer sent' })
  const [errors, setErrors] = useState({})
  return (
    <ConfirmDialog
      label={isAnother ? 'Offer it to somebody else' : 'Offer it to a member'}
      title={`Offer the ownership of ${name}?`}
      description="They get a mail and have seven days to accept. Until then nothing changes."
      confirmLabel="Send the offer"
      typed={name}
      fn="ownership.offerOwnership"
      pending={pending}
      errors={{ ...refused, ...errors }}
      onConfirm={async (confirmName, values) => {
        const memberId = textOf(values, 'memberId')
        setErrors(memberId === '' ? { memberId: 'Choose a member.' } : {})
        return memberId !== '' && run({ data: { memberId, confirmName } })
      }}
    >
      {picker}
    </ConfirmDialog>
  )
}

interface OfferItProps extends TransferOwnershipProps {
  /** One stands already, and the next takes its place. */
  readonly isAnother: boolean
}
