/**
 * A form that calls one server function. The function's id is written on the form and on its submit button.
 * `method="post"` is for the moment before the script has loaded: what is typed into a form must
 * never end up in an address.
 */
import { Form as BaseForm } from '@base-ui/react/form'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { Button, type ButtonLook } from './button'
import { cx } from './cx'
import { type FieldErrors, FieldNames, useFieldNames } from './field-errors'
import { type Deed, type Marks, marks } from './marks'

const FormState = createContext<{ marked: Marks; pending: boolean }>({ marked: {}, pending: false })

/** What submitting calls, or that it calls nothing. */
export type FormProps = Deed & FormContent

interface FormContent {
  readonly label?: string
  readonly pending: boolean
  /** What was wrong with the last input, by field. */
  readonly errors: FieldErrors
  readonly onSubmit: (values: FormData) => unknown
  readonly children: ReactNode
  readonly className?: string
}

export function Form(props: FormProps) {
  const { fn, local, label, pending, errors, onSubmit, children, className } = props
  const marked = useMemo(() => ({ marked: { fn, local }, pending }), [fn, local, pending])
  const names = useFieldNames(errors)
  return (
    <FormState value={marked}>
      <BaseForm
        method="post"
        {...marks({ fn, local })}
        aria-label={label}
        errors={errors}
        className={cx('flex flex-col gap-5', className)}
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) onSubmit(new FormData(event.currentTarget))
        }}
      >
        <FieldNames value={names}>{children}</FieldNames>
      </BaseForm>
    </FormState>
  )
}

export function SubmitButton({ children, look = 'primary', disabled }: SubmitButtonProps) {
  const { marked, pending } = use(FormState)
  return (
    <Button type="submit" look={look} disabled={disabled} {...marked} pending={pending}>
      {children}
    </Button>
  )
}

interface SubmitButtonProps {
  readonly children: ReactNode
  readonly look?: ButtonLook
  readonly disabled?: boolean
}

/** @returns a field's text; an absent field is empty. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}
