/** Who is signed in, with which roles; their account, and the way out. */
import { Link } from '@tanstack/react-router'
import type { Viewer } from '~/features/access/viewer'
import { SignOutButton } from '~/features/account/components/sign-out-button'

export function PersonBar({ viewer }: { readonly viewer: Viewer }) {
  const roles = viewer.roles.map(({ name }) => name).join(', ')
  return (
    <div className="mt-auto flex items-center justify-between gap-2 border-t border-line pt-4">
      <Link
        to="/account"
        className="min-w-0 rounded-md px-2.5 py-1 hover:bg-sunken aria-[current=page]:bg-sunken"
      >
        <span className="block truncate text-sm font-medium">{viewer.name}</span>
        <span className="block truncate text-xs text-ink-faint">
          {roles === '' ? 'No role here' : roles}
        </span>
      </Link>
      <SignOutButton />
    </div>
  )
}
