/** What the person may do from anywhere, as commands. */
import { useNavigate } from '@tanstack/react-router'
import { canAccess, hasBillingAccess, planIncludes } from '~/authz'
import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { useAccess, useViewer } from '~/features/access/use-permission'
import { useHasRoom } from '~/features/access/within-plan'
import { SIGN_OUT, useSignOut } from '~/features/account/components/use-sign-out'
import { switchOrganization } from '~/features/organizations/organizations.functions'
import type { Command, CommandGroup } from '~/ui/command-palette'
import { NEW_THINGS, pressWhenShown, shownControl } from '../new-things'
import { showOverlay } from '../overlay'
import { chooseTheme, type Theme } from '../theme'

const THEMES = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme of the system'],
] as const satisfies readonly (readonly [Theme, string])[]

export function useActions(): readonly CommandGroup[] {
  const make = useNewThings()
  const settled = useSettledDeeds()
  const others = useOtherOrganizations()
  const { signOut } = useSignOut()
  const { name } = useViewer()
  return [
    {
      label: 'Do',
      items: [
        ...make,
        ...settled,
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
  const hasRoom = useHasRoom()
  return NEW_THINGS.flatMap(({ label, page, permission, quota, fn, control }) => {
    // What has no page of its own is offered where it is: the page has asked already.
    if (page === undefined) {
      if (shownControl(control) === undefined) return []
    } else if (!canAccess(access, permission) || !hasRoom(quota)) return []
    const run = async () => {
      if (page !== undefined) await navigate({ to: page })
      pressWhenShown(control)
    }
    return [{ id: `new ${fn}`, label, opens: fn, onSelect: () => void run() }]
  })
}

/** As the page's link does: nothing is left for it. */
function download(): void {
  const link = document.createElement('a')
  link.href = '/api/audit-export'
  link.download = 'audit-log.jsonl'
  link.click()
}

/** What is done on one page alone, for who may do it there. */
function useSettledDeeds(): Command[] {
  const access = useAccess()
  const navigate = useNavigate()
  const plan = useViewer().organization?.plan ?? ''
  const deeds: Command[] = []
  if (hasBillingAccess(access, 'billing:write')) {
    deeds.push({
      id: 'change plan',
      label: 'Change plan',
      nav: true,
      onSelect: () => void navigate({ to: '/billing' }),
    })
  }
  if (canAccess(access, 'audit:export') && planIncludes(plan, 'audit-export')) {
    deeds.push({
      id: 'audit export',
      label: 'Download audit log',
      fn: 'GET /api/audit-export',
      onSelect: download,
    })
  }
  return deeds
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
