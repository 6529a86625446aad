import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { DocumentDraft } from './use-document-draft'

/** After taking the other version: one's own is still at hand until something is saved. */
export function TextReplaced({ edit }: { readonly edit: DocumentDraft }) {
  if (edit.replaced === undefined) return null
  return (
    <Notice
      live
      title="The saved version is in the editor now"
      action={
        <Button local size="small" onClick={edit.putMineBack}>
          Put my text back
        </Button>
      }
    >
      What you had written is kept here until you save or leave.
    </Notice>
  )
}
