/** What appears over the page. The focus goes in, and comes back. */
import { lazy, Suspense, useState } from 'react'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Drawer } from '~/ui/drawer'
import { TextField } from '~/ui/field'
import { FormDialog } from '~/ui/form-dialog'
import { Kbd } from '~/ui/kbd'
import { Popover } from '~/ui/popover'
import { Tooltip } from '~/ui/tooltip'
import { useHotkey } from '~/ui/use-hotkey'
import { Sample } from './sample'

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }))
const NO_ERRORS = {}
const agree = (): Promise<boolean> => Promise.resolve(true)

export function Overlays() {
  return (
    <>
      <Sample name="Dialog" note="For a few fields, and for what can't be undone.">
        <FormDialog
          local
          label="New project"
          title="New project"
          submitLabel="Create"
          pending={false}
          errors={NO_ERRORS}
          onSubmit={agree}
        >
          <TextField name="name" label="Name" required />
        </FormDialog>
        <ConfirmDialog
          local
          look="danger"
          label="Delete"
          title="Delete “Field notes”?"
          description="Its three documents go with it. This cannot be undone."
          confirmLabel="Delete project"
          typed="Field notes"
          pending={false}
          onConfirm={agree}
        />
      </Sample>
      <Sample name="Drawer" note="Details beside the list they belong to.">
        <DrawerSample />
      </Sample>
      <Sample name="Popover" note="An explanation; the page stays usable.">
        <Popover trigger={<Button>Why?</Button>} title="Why this is allowed">
          <p className="text-ink-soft">A role that you hold grants it.</p>
        </Popover>
      </Sample>
      <Sample name="Tooltip" note="On hover and on focus; never the only place.">
        <Tooltip text="A few words about the control">
          <Button local>Rest here</Button>
        </Tooltip>
      </Sample>
      <Sample name="Command palette" note="Loaded when it is first asked for.">
        <PaletteSample />
      </Sample>
    </>
  )
}

function DrawerSample() {
  const [open, setOpen] = useState(false)
  return (
    <Drawer
      open={open}
      onOpenChange={setOpen}
      trigger={<Button local>Details</Button>}
      title="Edith Sorensen"
      description="Joined in March"
      footer={
        <Button local look="primary" onClick={() => setOpen(false)}>
          Done
        </Button>
      }
    >
      <p className="text-sm text-ink-soft">What there is to know, as long as it takes.</p>
    </Drawer>
  )
}

function PaletteSample() {
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  function show(): void {
    setAsked(true)
    setOpen(true)
  }
  useHotkey('k', show)
  return (
    <>
      <Button local onClick={show}>
        Go to
        <Kbd keys={['mod', 'K']} />
      </Button>
      {asked && (
        <Suspense>
          <Palette open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
