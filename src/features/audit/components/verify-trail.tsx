/** Recomputes the chain of the whole trail, and says whether anybody has touched it. */
import { useState } from 'react'
import { tellRefusal } from '~/features/access/refusals'
import { Button } from '~/ui/button'
import { showToast } from '~/ui/toast'
import { verifyAuditTrail } from '../audit.functions'

export function VerifyTrail() {
  const [pending, setPending] = useState(false)

  async function verify(): Promise<void> {
    setPending(true)
    try {
      const { events, brokenAt } = await verifyAuditTrail()
      showToast(
        brokenAt === null
          ? { title: 'The trail is whole', detail: `${events} events, each in its place.` }
          : {
              title: 'The trail was touched',
              detail: `Event ${brokenAt} is altered or missing.`,
              tone: 'refused',
            },
      )
    } catch (error) {
      tellRefusal(error)
    } finally {
      setPending(false)
    }
  }

  return (
    <Button fn="audit.verifyAuditTrail" pending={pending} onClick={verify}>
      Verify
    </Button>
  )
}
