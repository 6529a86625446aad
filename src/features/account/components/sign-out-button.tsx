import { useState } from 'react'
import { leaveFor } from '~/features/access/refusals'
import { Button } from '~/ui/button'
import { showToast } from '~/ui/toast'
import { signOut } from './auth-endpoints'

export function SignOutButton() {
  const [pending, setPending] = useState(false)

  async function leave(): Promise<void> {
    setPending(true)
    if (await signOut()) return leaveFor('/login')
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
