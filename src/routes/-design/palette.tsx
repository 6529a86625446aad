/** A palette with something in it. */
import { type CommandGroup, CommandPalette } from '~/ui/command-palette'

const nothing = (): void => {}

const GROUPS: readonly CommandGroup[] = [
  {
    label: 'Pages',
    items: [
      { id: 'projects', label: 'Projects', icon: 'folder', local: true, onSelect: nothing },
      { id: 'members', label: 'Members', icon: 'users', local: true, onSelect: nothing },
      { id: 'audit', label: 'Audit log', icon: 'audit', local: true, onSelect: nothing },
    ],
  },
  {
    label: 'This tab',
    items: [
      { id: 'dark', label: 'Dark theme', icon: 'moon', local: true, onSelect: nothing },
      {
        id: 'light',
        label: 'Light theme',
        icon: 'sun',
        note: 'on',
        local: true,
        onSelect: nothing,
      },
    ],
  },
]

interface PaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

export function Palette({ open, onOpenChange }: PaletteProps) {
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      label="Go to"
      placeholder="Type a page or a command"
      groups={GROUPS}
    />
  )
}
