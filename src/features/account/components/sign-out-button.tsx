import { Button } from '~/ui/button'
import { useSignOut } from './use-sign-out'

export function SignOutButton() {
  const { signOut, pending } = useSignOut()
  return (
    <Button
      look="quiet"
      size="small"
      fn="POST /api/auth/sign-out"
      pending={pending}
      onClick={signOut}
    >
      Sign out
    </Button>
  )
}
