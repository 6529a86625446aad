/**
 * A form that calls one server function. Its id is written on the form and on its submit button.
 * `method="post"` is for the moment before the script has loaded: what is typed into a form must
 * never end up in an address.
 */
import { Form as BaseForm } from '@base-ui/react/form'
import { createContext, type ReactNode, use } from 'react'
import { Button, type ButtonLook } from './button'
import { cx } from './cx'

const FormState = createContext<{ fn: string | undefined; pending: boolean }>({
  fn: undefined,
  pending: false,
})

export interface FormProps {
  /** The id of the server function that submitting calls. */
  readonly fn: string
  readonly label?: string
  readonly pending: boolean
  /** What was wrong with the last input, by field. */
  readonly errors: Readonly<Record<string, string>>
  readonly onSubmit: (values: FormData) => unknown
  readonly children: ReactNode
  readonly className?: string
}

export function Form({ fn, label, pending, errors, onSubmit, children, className }: FormProps) {
  return (
    <FormState value={{ fn, pending }}>
      <BaseForm
        method="post"
        data-fn={fn}
        aria-label={label}
        errors={errors}
        className={cx('flex flex-col gap-5', className)}
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) onSubmit(new FormData(event.currentTarget))
        }}
      >
        {children}
      </BaseForm>
    </FormState>
  )
}

export function SubmitButton({ children, look = 'primary' }: SubmitButtonProps) {
  const { fn, pending } = use(FormState)
  return (
    <Button type="submit" look={look} fn={fn} pending={pending}>
      {children}
    </Button>
  )
}

interface SubmitButtonProps {
  readonly children: ReactNode
  readonly look?: ButtonLook
}

/** @returns a field's text; an absent field is empty. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}
