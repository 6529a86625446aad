/** A form in a dialog. */
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from './button'
import { Dialog, DialogButtons } from './dialog'
import type { FieldErrors } from './field-errors'
import { Form, SubmitButton } from './form'
import { type Deed, deed, opener } from './marks'

export type FormDialogProps = Deed & FormDialogContent

interface FormDialogContent {
  /** What the button that opens it says. */
  readonly label: string
  readonly look?: ButtonLook
  readonly title: string
  readonly submitLabel: string
  readonly pending: boolean
  readonly errors: FieldErrors
  /** Sends it; the dialog closes when the answer is true. */
  readonly onSubmit: (values: FormData) => Promise<boolean>
  /** The fields. */
  readonly children: ReactNode
}

export function FormDialog(props: FormDialogProps) {
  const { label, look, title, submitLabel, pending, errors, onSubmit, children } = props
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      trigger={
        <Button look={look} {...opener(props)}>
          {label}
        </Button>
      }
    >
      <Form
        {...deed(props)}
        label={title}
        pending={pending}
        errors={errors}
        onSubmit={async (values) => {
          if (await onSubmit(values)) setOpen(false)
        }}
      >
        {children}
        <DialogButtons>
          <SubmitButton>{submitLabel}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  )
}
