/** Who is signed in, with which roles; their account, how the pages look, and the way out. */
import { Link } from '@tanstack/react-router'
import type { Viewer } from '~/features/access/viewer'
import { SIGN_OUT, useSignOut } from '~/features/account/components/use-sign-out'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { Menu, MenuChoices, MenuItem, MenuLink, MenuSeparator } from '~/ui/menu'
import { THEME_CHOICES, useTheme } from './theme'

export function PersonMenu({ viewer }: { readonly viewer: Viewer }) {
  const { pending, signOut } = useSignOut()
  const roles = viewer.roles.map(({ name }) => name).join(', ')
  return (
    <Menu
      trigger={
        <Button look="quiet" local spread pending={pending} className="px-2 py-1.5">
          <span className="flex min-w-0 items-center gap-2.5">
            <Avatar name={viewer.name} />
            <span className="min-w-0">
              <span className="block truncate text-ink">{viewer.name}</span>
              <span className="block truncate text-xs font-normal text-ink-faint">
                {roles === '' ? 'No role here' : roles}
              </span>
              {/* Part of the text, so that the name holds every word that is seen. */}
              <span className="sr-only">: account, theme, sign out</span>
            </span>
          </span>
          <Icon name="updown" className="size-4 text-ink-faint" />
        </Button>
      }
    >
      <p className="truncate px-2.5 pt-1.5 pb-1 text-xs text-ink-faint">{viewer.email}</p>
      <MenuLink link={<Link to="/account" />}>Account and sessions</MenuLink>
      <MenuSeparator />
      <ThemeChoice />
      <MenuSeparator />
      <MenuItem fn={SIGN_OUT} icon="logout" onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  )
}

function ThemeChoice() {
  const [theme, choose] = useTheme()
  return <MenuChoices local label="Theme" choices={THEME_CHOICES} value={theme} onChange={choose} />
}
