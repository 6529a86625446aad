/** The list of shortcuts, with the switch for those that are a single key. */
import { Checkbox } from '~/ui/checkbox'
import { Dialog } from '~/ui/dialog'
import { Keys } from '~/ui/keys'
import { modifierKey } from './modifier'
import type { Shortcut } from './registry'
import { switchSingleKeys, useSingleKeys } from './single-keys'

export interface ShortcutListProps {
  readonly shortcuts: readonly Shortcut[]
  readonly onClose: () => void
}

const GROUPS = ['Anywhere', 'On this page', 'Go to'] as const satisfies readonly Shortcut['group'][]

export function ShortcutList({ shortcuts, onClose }: ShortcutListProps) {
  const on = useSingleKeys()
  const modifier = modifierKey()
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="Keyboard shortcuts"
    >
      {GROUPS.map((group) => {
        const listed = shortcuts.filter((one) => one.group === group)
        if (listed.length === 0) return null
        return (
          <section key={group} aria-label={group} className="mb-5">
            <h3 className="mb-1 text-xs font-medium text-ink-faint">{group}</h3>
            <dl className="divide-y divide-line">
              {listed.map(({ keys, label }) => (
                <div key={label} className="flex items-center justify-between gap-4 py-1.5 text-sm">
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys.map((key) => (key === 'mod' ? modifier : key))} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
      <Checkbox
        label="Single keys"
        hint={`Off, only ${modifier} K remains.`}
        checked={on}
        data-local=""
        onChange={({ currentTarget }) => switchSingleKeys(currentTarget.checked)}
      />
    </Dialog>
  )
}
