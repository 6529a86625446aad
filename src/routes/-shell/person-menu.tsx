/** Who is signed in, with which roles; their account, how the pages look, and the way out. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Viewer } from '~/features/access/viewer'
import { SIGN_OUT, useSignOut } from '~/features/account/components/use-sign-out'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import { Icon, type IconName } from '~/ui/icons'
import { Menu, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '~/ui/menu'
import { chooseTheme, currentTheme, type Theme, THEMES } from './theme'

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

const LABELS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

const SIGNS = { system: 'monitor', light: 'sun', dark: 'moon' } as const satisfies Record<
  Theme,
  IconName
>

function ThemeChoice() {
  const [theme, setTheme] = useState(currentTheme)
  return (
    <MenuGroup label="Theme">
      {THEMES.map((each) => (
        <MenuItem
          key={each}
          local
          icon={SIGNS[each]}
          note={each === theme ? 'chosen' : undefined}
          current={each === theme}
          onSelect={() => {
            chooseTheme(each)
            setTheme(each)
          }}
        >
          {LABELS[each]}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}
