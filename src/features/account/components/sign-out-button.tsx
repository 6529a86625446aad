import { useState } from 'react'
import { beginLeaving, stay } from '~/features/access/leaving'
import { leaveFor } from '~/features/access/refusals'
import { Button } from '~/ui/button'
import { showToast } from '~/ui/toast'
import { signOut } from './auth-endpoints'

export function SignOutButton() {
  const [pending, setPending] = useState(false)

  async function leave(): Promise<void> {
    setPending(true)
    beginLeaving()
    if (await signOut()) return leaveFor('/login')
    stay()
    setPending(false)
    showToast({
      title: 'You are still signed in',
      detail: 'Try again in a moment.',
      tone: 'refused',
    })
  }

  return (
    <Button
      look="quiet"
      size="small"
      fn="POST /api/auth/sign-out"
      pending={pending}
      onClick={leave}
    >
      Sign out
    </Button>
  )
}
