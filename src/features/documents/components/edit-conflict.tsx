/** Somebody else saved first: what they saved, and the ways to go on, each said in its words. */
import { useId, useState } from 'react'
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
  return (
    <div className="flex flex-col gap-3">
      <Notice
        live
        tone="caution"
        title="Nothing was saved: somebody else saved this document first"
        action={
          <div className="flex flex-wrap gap-2">
            <Button
              local
              size="small"
              aria-expanded={isShown}
              aria-controls={panel}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? 'Hide their version' : 'See their version'}
            </Button>
            <Button local size="small" onClick={edit.takeTheirs}>
              Take theirs
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
        Their version {theirs.version} is of <Time at={theirs.updatedAt} exact />. Your text is
        still below, as you wrote it.
      </Notice>
      <div id={panel} hidden={!isShown}>
        {isShown && <TheirVersion mine={edit.draft} theirs={theirs} />}
      </div>
    </div>
  )
}
