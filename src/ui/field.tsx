/** Labelled inputs with a hint and the error that belongs to them. */
import { Field } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

const CONTROL =
  'w-full rounded-md border border-line-strong/70 bg-surface px-3 text-ink placeholder:text-ink-faint ' +
  'hover:border-line-strong focus-visible:outline-offset-0 data-invalid:border-refused ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-soft'

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
      <Field.Control {...rest} className={cx(CONTROL, 'min-h-10', className)} />
    </Frame>
  )
}

type AreaProps = Pick<
  ComponentProps<'textarea'>,
  'rows' | 'maxLength' | 'placeholder' | 'required' | 'className' | 'spellCheck'
> &
  Labelled & { readonly defaultValue?: string }

export function TextArea({ name, label, hint, className, defaultValue, ...rest }: AreaProps) {
  return (
    <Frame name={name} label={label} hint={hint}>
      <Field.Control
        defaultValue={defaultValue}
        className={cx(CONTROL, 'py-2.5 leading-relaxed', className)}
        render={<textarea {...rest} />}
      />
    </Frame>
  )
}

function Frame({ name, label, hint, children }: Labelled & { readonly children: ReactNode }) {
  return (
    <Field.Root name={name} className="flex flex-col gap-1.5">
      <Field.Label className="text-sm font-medium">{label}</Field.Label>
      {children}
      {hint !== undefined && (
        <Field.Description className="text-[0.8125rem] text-ink-faint">{hint}</Field.Description>
      )}
      <Field.Error className="text-[0.8125rem] font-medium text-refused" />
    </Field.Root>
  )
}
