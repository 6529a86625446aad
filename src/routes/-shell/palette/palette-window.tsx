/** The palette: pages, things by their names, and what one may do. Only what the person may. */
import { useDeferredValue, useState } from 'react'
import { CommandPalette } from '~/ui/command-palette'
import { matching } from './matching'
import { useActions } from './use-actions'
import { usePages } from './use-pages'
import { useThings } from './use-things'

export interface PaletteWindowProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

export function PaletteWindow({ open, onOpenChange }: PaletteWindowProps) {
  const [text, setText] = useState('')
  // Closed, it forgets: the box is empty when it opens again.
  if (!open && text !== '') setText('')
  const pages = usePages()
  const actions = useActions()
  const { things, isLooking } = useThings(useDeferredValue(text))
  const groups = [...matching([...pages, ...actions], text), ...things]
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      label="Search or jump to"
      placeholder="Search or jump to…"
      groups={groups}
      onQuery={setText}
      filtered
      empty={isLooking ? 'Looking…' : 'Nothing of that name.'}
    />
  )
}
