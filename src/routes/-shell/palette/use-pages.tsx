/** The pages that the person may open, as commands. */
import { useNavigate } from '@tanstack/react-router'
import { useAccess } from '~/features/access/use-permission'
import type { CommandGroup } from '~/ui/command-palette'
import { destinationsFor } from '../destinations'

/** Everybody's, whatever their organization lets them. */
const OWN = [
  { to: '/account', label: 'Account' },
  { to: '/welcome', label: 'All organizations' },
] as const

export function usePages(): readonly CommandGroup[] {
  const navigate = useNavigate()
  const pages = destinationsFor(useAccess()).flatMap((group) => group.pages)
  const all = [...pages.map(({ to, label, shortcut }) => ({ to, label, shortcut })), ...OWN]
  return [
    {
      label: 'Go to',
      items: all.map((page) => ({
        id: `page ${page.to}`,
        label: page.label,
        note: 'shortcut' in page ? `g ${page.shortcut}` : undefined,
        nav: true,
        onSelect: () => void navigate({ to: page.to }),
      })),
    },
  ]
}
