/** A menu under a button. */
import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icons'
import { FLOATING, ITEM, ITEM_GROUP } from './looks'
import { marks, type Marks } from './marks'

export interface MenuProps {
  /** The button that opens it, which changes nothing by itself and is marked so. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
  /** For whoever must know that it opens, such as to read what is in it. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

export function Menu({ trigger, align = 'start', open, onOpenChange, children }: MenuProps) {
  return (
    <BaseMenu.Root open={open} onOpenChange={onOpenChange}>
      <BaseMenu.Trigger {...marks({ local: true })} render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align={align} className="z-40 outline-hidden">
          <BaseMenu.Popup
            className={cx(
              FLOATING,
              'max-h-(--available-height) max-w-(--available-width) min-w-60 overflow-y-auto p-1.5',
            )}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

interface MenuItemProps extends Marks {
  readonly icon?: IconName
  readonly disabled?: boolean
  readonly current?: boolean
  /** Takes something away. */
  readonly danger?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
  /** A word at the end: what is different about this one. */
  readonly note?: string
}

export function MenuItem(props: MenuItemProps) {
  const { icon, disabled, current, danger, onSelect, children, note } = props
  return (
    <BaseMenu.Item
      {...marks(props)}
      disabled={disabled}
      onClick={onSelect}
      aria-current={current === true ? 'true' : undefined}
      className={cx(ITEM, current === true && 'font-semibold', danger === true && 'text-refused')}
    >
      {icon !== undefined && <Icon name={icon} className="size-4 text-ink-faint" />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
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
      <BaseMenu.GroupLabel className={ITEM_GROUP}>{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  )
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1.5 h-px bg-line" />
}
