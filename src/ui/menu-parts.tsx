/** The menu itself and what is in it: fetched when somebody is about to open one (see menu.tsx). */
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icons'
import { FLOATING, ITEM, ITEM_GROUP } from './looks'
import { marks, type Marks, marksOr } from './marks'
import type { Replacing } from './stand-in'

export interface MenuProps {
  /** The button that opens it, which changes nothing by itself and is marked so. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
  /** For whoever must know that it opens, such as to read what is in it. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

/** Opens a menu with its first line in focus, as Enter does. */
const DOWN = () => new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })

export function LiveMenu(props: MenuProps & Replacing) {
  const { trigger, align = 'start', open, onOpenChange, children, before } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const { hadFocus, pressed } = before.current
    // The button takes up what its stand-in was given; a press opens it as any press does.
    if (hadFocus) button.current?.focus()
    if (pressed === 'pointer') button.current?.click()
    if (pressed === 'keyboard') button.current?.dispatchEvent(DOWN())
  }, [before])
  return (
    <BaseMenu.Root open={open} onOpenChange={onOpenChange}>
      <BaseMenu.Trigger {...marks({ local: true })} ref={button} render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align={align} className="z-60 outline-hidden">
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

export interface MenuItemProps extends Marks {
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

export interface MenuLinkProps {
  readonly link: ReactElement
  readonly children: ReactNode
}

/** A menu's item that leads to a page. */
export function MenuLink({ link, children }: MenuLinkProps) {
  return (
    <BaseMenu.LinkItem render={link} closeOnClick className={ITEM}>
      {children}
    </BaseMenu.LinkItem>
  )
}

export interface MenuGroupProps {
  readonly label: string
  readonly children: ReactNode
}

export function MenuGroup({ label, children }: MenuGroupProps) {
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

export interface MenuChoicesProps<Value extends string> extends Marks {
  readonly label: string
  readonly choices: readonly MenuChoice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

interface MenuChoice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon: IconName
}

/** One of a few, of which one holds. */
export function MenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
  const { label, choices, value, onChange } = props
  return (
    <MenuGroup label={label}>
      <BaseMenu.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
        {choices.map((choice) => (
          <BaseMenu.RadioItem
            key={choice.value}
            {...marksOr({ local: true }, props)}
            value={choice.value}
            closeOnClick
            className={ITEM}
          >
            <Icon name={choice.icon} className="size-4 text-ink-faint" />
            <span className="min-w-0 flex-1 truncate">{choice.label}</span>
            <BaseMenu.RadioItemIndicator className="inline-flex">
              <Icon name="check" className="size-4 text-accent-text" />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </MenuGroup>
  )
}
