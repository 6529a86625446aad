/** A form in a dialog. */
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from './button'
import { Dialog, DialogButtons } from './dialog'
import { Form, SubmitButton } from './form'

export interface FormDialogProps {
  /** What the button that opens it says. */
  readonly label: string
  readonly look?: ButtonLook
  readonly title: string
  readonly submitLabel: string
  readonly fn: string
  readonly pending: boolean
  readonly errors: Readonly<Record<string, string>>
  /** Sends it; the dialog closes when the answer is true. */
  readonly onSubmit: (values: FormData) => Promise<boolean>
  /** The fields. */
  readonly children: ReactNode
}

export function FormDialog(props: FormDialogProps) {
  const { label, look, title, submitLabel, fn, pending, errors, onSubmit, children } = props
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      trigger={
        <Button look={look} opens={fn}>
          {label}
        </Button>
      }
    >
      <Form
        fn={fn}
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
