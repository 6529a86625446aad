/** Says to whom an organization was offered that it was, and takes their answer. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useAction } from '~/features/access/use-action'
import { useViewer } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Notice } from '~/ui/notice'
import { Time } from '~/ui/time'
import { acceptOwnership, declineOwnership } from '../ownership.functions'
import { offerQuery } from '../ownership.queries'

export function OwnershipNotice() {
  const { organization } = useViewer()
  const { data: offer } = useSuspenseQuery(offerQuery)
  const accept = useAction(acceptOwnership, { done: `You are an owner now` })
  const decline = useAction(declineOwnership, {
    done: 'Declined',
    optimistic: (client) => {
      client.setQueryData(offerQuery.queryKey, null)
      return () => client.setQueryData(offerQuery.queryKey, offer)
    },
  })
  if (organization === null || offer?.isToMe !== true) return null
  const { name } = organization
  const input = { data: { offerId: offer.id } }
  return (
    <div className="mb-8">
      <Notice
        tone="accent"
        title={`${offer.giver} offers you the ownership of ${name}`}
        action={
          <span className="flex flex-wrap gap-3">
            <Button
              fn="ownership.declineOwnership"
              pending={decline.pending}
              onClick={() => decline.run(input)}
            >
              Decline
            </Button>
            <ConfirmDialog
              label="Become an owner"
              look="primary"
              title={`Become an owner of ${name}?`}
              description={`You may then do everything here, ending the organization included. ${offer.giver} becomes an admin at the same moment.`}
              confirmLabel="Become an owner"
              confirmLook="primary"
              fn="ownership.acceptOwnership"
              pending={accept.pending}
              onConfirm={() => accept.run(input)}
            />
          </span>
        }
      >
        Nothing changes until you accept. The offer ends <Time at={offer.expiresAt} />.
      </Notice>
    </div>
  )
}
