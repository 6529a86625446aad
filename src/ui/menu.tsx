/** A menu under a button. */
import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'

const ITEM =
  'flex min-h-9 cursor-default items-center justify-between gap-4 rounded-md px-2.5 text-sm outline-hidden ' +
  'select-none data-disabled:text-ink-faint data-highlighted:bg-sunken'

export interface MenuProps {
  readonly trigger: ReactElement
  readonly children: ReactNode
}

export function Menu({ trigger, children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align="start" className="z-40 outline-hidden">
          <BaseMenu.Popup className="min-w-60 rounded-lg border border-line bg-surface p-1.5 shadow-floating outline-hidden">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

interface MenuItemProps {
  readonly fn?: string
  readonly disabled?: boolean
  readonly current?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
  /** A word at the end: what is different about this one. */
  readonly note?: string
}

export function MenuItem({ fn, disabled, current, onSelect, children, note }: MenuItemProps) {
  return (
    <BaseMenu.Item
      data-fn={fn}
      disabled={disabled}
      onClick={onSelect}
      aria-current={current === true ? 'true' : undefined}
      className={cx(ITEM, current === true && 'font-semibold')}
    >
      <span className="min-w-0 truncate">{children}</span>
      {note !== undefined && <span className="text-xs font-normal text-ink-faint">{note}</span>}
    </BaseMenu.Item>
  )
}

/** A menu's item that leads to a page. */
export function MenuLink({
  link,
  children,
}: {
  readonly link: ReactElement
  readonly children: ReactNode
}) {
  return (
    <BaseMenu.LinkItem render={link} closeOnClick className={ITEM}>
      {children}
    </BaseMenu.LinkItem>
  )
}

export function MenuGroup({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs text-ink-faint">
        {label}
      </BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  )
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1.5 h-px bg-line" />
}
