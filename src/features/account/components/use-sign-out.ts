/** Signing out, wherever it is offered. */
import { useState } from 'react'
import { beginLeaving, stay } from '~/features/access/leaving'
import { leaveFor } from '~/features/access/refusals'
import { showToast } from '~/ui/toast'
import { signOut as endSession } from './auth-endpoints'

/** What a control that signs out calls, for its mark. */
export const SIGN_OUT = 'POST /api/auth/sign-out'

/**
 * To the sign-in page once the server has ended the session, and not before.
 *
 * @returns what starts it, and whether the answer is awaited
 */
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
