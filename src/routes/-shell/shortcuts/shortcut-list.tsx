/** The list of shortcuts, with the switch for those that are a single key. */
import { useState } from 'react'
import { Dialog } from '~/ui/dialog'
import { Kbd } from '~/ui/kbd'
import { Switch } from '~/ui/switch'
import type { Shortcut } from './registry'
import { switchSingleKeys, useSingleKeys } from './single-keys'

export interface ShortcutListProps {
  readonly shortcuts: readonly Shortcut[]
  readonly onClose: () => void
}

const GROUPS = ['Anywhere', 'On this page', 'Go to'] as const satisfies readonly Shortcut['group'][]

export function ShortcutList({ shortcuts, onClose }: ShortcutListProps) {
  const on = useSingleKeys()
  // As the page is when the list is opened: the list covers it.
  const [here] = useState(() => shortcuts.filter(({ isHere }) => isHere?.() ?? true))
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Keyboard shortcuts"
    >
      {GROUPS.map((group) => {
        const listed = here.filter((one) => one.group === group)
        if (listed.length === 0) return null
        return (
          <section key={group} aria-label={group} className="mb-5">
            <h3 className="mb-1 text-xs font-medium text-ink-faint">{group}</h3>
            <dl className="divide-y divide-line">
              {listed.map(({ keys, label }) => (
                <div key={label} className="flex items-center justify-between gap-4 py-1.5 text-sm">
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
      <Switch
        label="Single keys"
        hint={
          <>
            Switched off, only <Kbd keys={['mod', 'k']} /> remains.
          </>
        }
        checked={on}
        onChange={switchSingleKeys}
      />
    </Dialog>
  )
}
