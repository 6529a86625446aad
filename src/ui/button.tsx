/** Buttons, and the same looks for links that stand where a button could. */
import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icons'
import { type Marks, splitMarks } from './marks'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary:
    'border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-highlight',
  quiet: 'border-transparent text-ink-soft hover:bg-highlight hover:text-ink',
  danger: 'border-transparent bg-danger text-on-accent hover:bg-danger-hover',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-8 px-2.5 text-small',
  medium: 'min-h-9 px-3.5 text-sm',
}

/** @returns the classes of a button, for a link that looks like one. */
export function buttonClass(
  look: ButtonLook = 'secondary',
  size: ButtonSize = 'medium',
  spread = false,
): string {
  return cx(
    'inline-flex items-center gap-1.5 rounded-md border font-medium pointer-coarse:min-h-11',
    'transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-55',
    spread ? 'w-full justify-between text-left' : 'justify-center whitespace-nowrap',
    LOOKS[look],
    SIZES[size],
  )
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, Marks {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  /** As wide as its place, its contents at both ends. */
  readonly spread?: boolean
  /** Waiting for an answer: keeps its focus, and ignores presses. */
  readonly pending?: boolean
  readonly className?: string
}

export function Button(props: ButtonProps) {
  const [attributes, rest] = splitMarks(props)
  const { look, size, spread, pending = false, disabled, className, ...more } = rest
  return (
    <BaseButton
      {...more}
      {...attributes}
      aria-busy={pending || undefined}
      disabled={disabled === true || pending}
      focusableWhenDisabled={pending}
      className={cx(buttonClass(look, size, spread), className)}
    />
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'size' | 'spread'> {
  /** What a press does, for it shows no word. */
  readonly label: string
  readonly icon: IconName
}

/** A square button with an icon only. */
export function IconButton({ label, icon, look = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      look={look}
      aria-label={label}
      className={cx('size-8 min-w-8 px-0! pointer-coarse:size-11', className)}
    >
      <Icon name={icon} />
    </Button>
  )
}
