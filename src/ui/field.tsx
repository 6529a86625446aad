/**
 * Labelled inputs with a hint and the error that belongs to them. What is typed stays in the tab
 * until the form around them is sent, and they are marked so.
 */
import { Field } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { useShowsErrors } from './field-errors'
import { CONTROL, ERROR, HINT, LABEL } from './looks'
import { marks } from './marks'

interface Labelled {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
}

type InputProps = Omit<ComponentProps<'input'>, 'name' | 'defaultValue'> &
  Labelled & { readonly defaultValue?: string }

export function TextField({ name, label, hint, className, ...rest }: InputProps) {
  return (
    <Frame name={name} label={label} hint={hint}>
      <Field.Control
        {...rest}
        {...marks({ local: true })}
        className={cx(CONTROL, 'w-full', className)}
      />
    </Frame>
  )
}

type AreaProps = Pick<
  ComponentProps<'textarea'>,
  'rows' | 'maxLength' | 'placeholder' | 'required' | 'disabled' | 'className' | 'spellCheck'
> &
  Labelled & { readonly defaultValue?: string }

export function TextArea({ name, label, hint, className, defaultValue, ...rest }: AreaProps) {
  return (
    <Frame name={name} label={label} hint={hint}>
      <Field.Control
        {...marks({ local: true })}
        defaultValue={defaultValue}
        className={cx(CONTROL, 'w-full py-2 leading-relaxed', className)}
        render={<textarea {...rest} />}
      />
    </Frame>
  )
}

/** The words around a control: its label, its hint and what was wrong with it. */
function Frame({ name, label, hint, children }: Labelled & { readonly children: ReactNode }) {
  useShowsErrors(name)
  return (
    <Field.Root name={name} className="flex flex-col gap-1.5">
      <Field.Label className={LABEL}>{label}</Field.Label>
      {children}
      {hint !== undefined && <Field.Description className={HINT}>{hint}</Field.Description>}
      <Field.Error className={ERROR} />
    </Field.Root>
  )
}
