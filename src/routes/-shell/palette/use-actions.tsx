/** What the person may do from anywhere, as commands. */
import { useNavigate } from '@tanstack/react-router'
import { canAccess } from '~/authz'
import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { useAccess, useViewer } from '~/features/access/use-permission'
import { SIGN_OUT, useSignOut } from '~/features/account/components/use-sign-out'
import { switchOrganization } from '~/features/organizations/organizations.functions'
import type { Command, CommandGroup } from '~/ui/command-palette'
import { NEW_THINGS, pressWhenShown } from '../new-things'
import { showOverlay } from '../overlay'
import { chooseTheme, type Theme } from '../theme'

const THEMES = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme of the system'],
] as const satisfies readonly (readonly [Theme, string])[]

export function useActions(): readonly CommandGroup[] {
  const make = useNewThings()
  const others = useOtherOrganizations()
  const { signOut } = useSignOut()
  const { name } = useViewer()
  return [
    {
      label: 'Do',
      items: [
        ...make,
        ...others,
        ...THEMES.map(([theme, label]): Command => ({
          id: `theme ${theme}`,
          label,
          local: true,
          onSelect: () => chooseTheme(theme),
        })),
        {
          id: 'shortcuts',
          label: 'Keyboard shortcuts',
          note: '?',
          local: true,
          onSelect: () => showOverlay('shortcuts'),
        },
        {
          id: 'sign out',
          label: 'Sign out',
          note: name,
          fn: SIGN_OUT,
          onSelect: () => void signOut(),
        },
      ],
    },
  ]
}

function useNewThings(): Command[] {
  const access = useAccess()
  const navigate = useNavigate()
  return NEW_THINGS.flatMap(({ label, page, permission, fn, control }) => {
    if (page === undefined || !canAccess(access, permission)) return []
    const run = async () => {
      await navigate({ to: page })
      pressWhenShown(control)
    }
    return [{ id: `new ${fn}`, label, opens: fn, onSelect: () => void run() }]
  })
}

function useOtherOrganizations(): Command[] {
  const { organization, organizations } = useViewer()
  const { run } = useAction(switchOrganization, { leave: () => leaveFor('/') })
  return organizations
    .filter(({ id, status }) => status === 'active' && id !== organization?.id)
    .map(({ id, name }) => ({
      id: `switch ${id}`,
      label: `Switch to ${name}`,
      fn: 'organizations.switchOrganization',
      onSelect: () => void run({ data: { organizationId: id } }),
    }))
}
