/**
 * Keeps somebody from leaving what they wrote behind by accident: within the app by asking, and
 * before the tab closes or goes elsewhere by the browser's own question.
 */
import { useBlocker } from '@tanstack/react-router'
import { Button } from '~/ui/button'
import { Dialog, DialogButtons } from '~/ui/dialog'

export function UnsavedGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  })
  return (
    <Dialog
      open={status === 'blocked'}
      onOpenChange={(open) => {
        if (!open) reset?.()
      }}
      title="Leave without saving?"
      description="What you wrote since it was last saved is in this tab only."
    >
      <DialogButtons>
        <Button nav look="danger" onClick={() => proceed?.()}>
          Leave without saving
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
