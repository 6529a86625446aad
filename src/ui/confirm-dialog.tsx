/** Asks before something that cannot be undone, or that reaches people, naming what it is done to. */
import { type ReactElement, type ReactNode, useState } from 'react'
import { Button, type ButtonLook, type ButtonSize } from './button'
import { Dialog, DialogButtons } from './dialog'
import { TextField } from './field'
import { type FieldErrors, NO_FIELD_ERRORS } from './field-errors'
import { Form, SubmitButton, textOf } from './form'
import { type Deed, deed, opener } from './marks'

export type ConfirmDialogProps = Deed & Question & ItsButton

export type ConfirmWindowProps = Deed & Question & Opened

interface Question {
  /** Names the thing: `Delete “Field notes”?` */
  readonly title: string
  readonly description?: ReactNode
  /** What the button that does it says. */
  readonly confirmLabel: string
  readonly confirmLook?: ButtonLook
  /** A text to be typed first, for what destroys most. */
  readonly typed?: string
  /** It cannot be done; what stands in its way is said in the window. */
  readonly isImpossible?: boolean
  readonly pending: boolean
  /** False while what it would do is not known yet: then it can't be confirmed. */
  readonly ready?: boolean
  readonly errors?: FieldErrors
  /** Does it; the window closes when the answer is true. */
  readonly onConfirm: (typed: string, values: FormData) => Promise<boolean>
  /** What has to be chosen or known with it. */
  readonly children?: ReactNode
}

interface ItsButton {
  /** What the button that opens it says. */
  readonly label: string
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  /** Somebody opens it: what it shows can be asked for. */
  readonly onOpen?: () => void
}

interface Opened {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The button that opens it; without one, something else does. */
  readonly trigger?: ReactElement
}

/** Opened by a button of its own. */
export function ConfirmDialog({ label, look, size, onOpen, ...question }: ConfirmDialogProps) {
  const [open, setOpen] = useState(false)
  return (
    <ConfirmWindow
      {...question}
      open={open}
      onOpenChange={(next) => {
        if (next) onOpen?.()
        setOpen(next)
      }}
      trigger={
        <Button look={look} size={size} {...opener(question)}>
          {label}
        </Button>
      }
    />
  )
}

/** The same without a button: opened by what the page finds out. */
export function ConfirmWindow(props: ConfirmWindowProps) {
  const { open, onOpenChange, trigger, title, description, confirmLabel } = props
  const { confirmLook = 'danger', typed, isImpossible = false, pending, ready } = props
  const { errors = NO_FIELD_ERRORS, onConfirm, children } = props
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      trigger={trigger}
    >
      <Form
        {...deed(props)}
        label={title}
        pending={pending}
        errors={errors}
        onSubmit={async (values) => {
          if (await onConfirm(textOf(values, 'confirmName'), values)) onOpenChange(false)
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
          {!isImpossible && (
            <SubmitButton look={confirmLook} disabled={ready === false}>
              {confirmLabel}
            </SubmitButton>
          )}
        </DialogButtons>
      </Form>
    </Dialog>
  )
}
