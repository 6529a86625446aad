/** Asks before something that cannot be undone, naming what it will be done to. */
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook, type ButtonSize } from './button'
import { Dialog, DialogButtons } from './dialog'
import { TextField } from './field'
import { type FieldErrors, NO_FIELD_ERRORS } from './field-errors'
import { Form, SubmitButton, textOf } from './form'
import { type Deed, deed, opener } from './marks'

export type ConfirmDialogProps = Deed & ConfirmDialogContent

interface ConfirmDialogContent {
  /** What the button that opens it says. */
  readonly label: string
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  /** Names the thing: `Delete “Field notes”?` */
  readonly title: string
  readonly description: ReactNode
  /** What the button that does it says. */
  readonly confirmLabel: string
  readonly confirmLook?: ButtonLook
  /** A text to be typed first, for what destroys most. */
  readonly typed?: string
  readonly pending: boolean
  /** False while what it would do is not known yet: then it can't be confirmed. */
  readonly ready?: boolean
  readonly errors?: FieldErrors
  /** Does it; the dialog closes when the answer is true. */
  readonly onConfirm: (typed: string, values: FormData) => Promise<boolean>
  /** What has to be chosen with it. */
  readonly children?: ReactNode
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { label, look, size, title, description, confirmLabel, confirmLook = 'danger' } = props
  const { typed, pending, ready, errors = NO_FIELD_ERRORS, onConfirm, children } = props
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      description={description}
      trigger={
        <Button look={look} size={size} {...opener(props)}>
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
          if (await onConfirm(textOf(values, 'confirmName'), values)) setOpen(false)
        }}
      >
        {children}
        {typed !== undefined && (
          <TextField
            name="confirmName"
            label={`Type “${typed}” to confirm`}
            autoComplete="off"
            required
          />
        )}
        <DialogButtons>
          <SubmitButton look={confirmLook} disabled={ready === false}>
            {confirmLabel}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  )
}
