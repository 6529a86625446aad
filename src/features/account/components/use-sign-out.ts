/** Signing out, wherever it is offered. */
import { useState } from 'react'
import { beginLeaving, stay } from '~/features/access/leaving'
import { leaveFor } from '~/features/access/refusals'
import { showToast } from '~/ui/toast'
import { signOut as endSession } from './auth-endpoints'

export function useSignOut() {
  const [pending, setPending] = useState(false)

  async function signOut(): Promise<void> {
    setPending(true)
    beginLeaving()
    if (await endSession()) return leaveFor('/login')
    stay()
    setPending(false)
    showToast({
      title: 'You are still signed in',
      detail: 'Try again in a moment.',
      tone: 'refused',
    })
  }

  return { signOut, pending }
}
