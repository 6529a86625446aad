/** Somebody else saved first: what they saved, and the ways to go on, each said in its words. */
import { useEffect, useId, useRef, useState } from 'react'
import { useViewer } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Time } from '~/ui/time'
import type { DocumentDetails } from './document-view'
import { TheirVersion } from './their-version'
import type { DocumentDraft } from './use-document-draft'

export interface EditConflictProps {
  readonly edit: DocumentDraft
  /** Goes on after one's own text was saved. */
  readonly onSaved: () => unknown
}

export function EditConflict({ edit, onSaved }: EditConflictProps) {
  const { theirs } = edit
  if (theirs === undefined) return null
  return <Choice key={theirs.version} edit={edit} theirs={theirs} onSaved={onSaved} />
}

interface ChoiceProps extends EditConflictProps {
  readonly theirs: DocumentDetails
}

function Choice({ edit, theirs, onSaved }: ChoiceProps) {
  const [isShown, setShown] = useState(false)
  const panel = useId()
  const place = useRef<HTMLDivElement>(null)
  const { userId } = useViewer()
  // Whoever saved from the end of a long text sees it too.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place} className="flex scroll-mt-20 flex-col gap-3">
      <Notice
        live
        tone="caution"
        title={`Nothing was saved: ${whoSaved(theirs, userId)} saved this document first`}
        action={
          <div className="flex flex-wrap gap-2">
            <Button
              local
              size="small"
              aria-expanded={isShown}
              aria-controls={panel}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? 'Hide the saved version' : 'See the saved version'}
            </Button>
            <Button local size="small" onClick={edit.takeTheirs}>
              Take the saved version
            </Button>
            <Button
              fn="documents.updateDocument"
              size="small"
              look="primary"
              pending={edit.pending}
              onClick={() => edit.saveOnTop(onSaved)}
            >
              Save mine on top
            </Button>
          </div>
        }
      >
        Version {theirs.version} was saved on <Time at={theirs.updatedAt} exact />. Your text is
        still below, as you wrote it.
      </Notice>
      <div id={panel} hidden={!isShown}>
        {isShown && <TheirVersion mine={edit.draft} theirs={theirs} />}
      </div>
    </div>
  )
}

/** Another tab of one's own is somebody else to the document. */
function whoSaved({ updatedBy, updatedByName }: DocumentDetails, userId: string): string {
  if (updatedBy === userId) return 'you yourself, elsewhere,'
  return updatedByName ?? 'somebody who has left'
}
