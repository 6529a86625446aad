/**
 * Editing a document. The edit names the version it is based on; when somebody else saved in
 * between, nothing is saved and nothing is lost until the person has decided which text it is to be.
 */
import { Link, useNavigate } from '@tanstack/react-router'
import { UnsavedGuard } from '~/features/access/unsaved-guard'
import { buttonClass } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { Kbd } from '~/ui/kbd'
import { useHotkey } from '~/ui/use-hotkey'
import { DocumentFields } from './document-fields'
import type { DocumentDetails } from './document-view'
import { EditConflict } from './edit-conflict'
import { TextReplaced } from './text-replaced'
import { type DocumentDraft, useDocumentDraft } from './use-document-draft'

export function DocumentEditor({ document }: { readonly document: DocumentDetails }) {
  const { id: documentId, title } = document
  const navigate = useNavigate()
  const edit = useDocumentDraft(document)
  useHotkey('s', () => edit.save())
  const read = () =>
    navigate({ to: '/documents/$documentId', params: { documentId }, ignoreBlocker: true })
  return (
    <Form
      fn="documents.updateDocument"
      label={`Edit ${title}`}
      pending={edit.pending}
      errors={edit.errors}
      onSubmit={() => edit.save(read)}
    >
      <EditConflict edit={edit} onSaved={read} />
      <TextReplaced edit={edit} />
      <DocumentFields draft={edit.draft} onChange={edit.write} />
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton>Save</SubmitButton>
        <Link to="/documents/$documentId" params={{ documentId }} className={buttonClass('quiet')}>
          Cancel
        </Link>
        <SaveState edit={edit} />
      </div>
      <UnsavedGuard unsaved={edit.isUnsaved} />
    </Form>
  )
}

function SaveState({ edit }: { readonly edit: DocumentDraft }) {
  return (
    <p className="ml-auto flex items-center gap-2 text-small text-ink-faint">
      <output>{edit.isUnsaved ? 'Not saved yet' : `Version ${edit.version}, saved`}</output>
      <span className="inline-flex items-center gap-2 pointer-coarse:hidden">
        <Kbd keys={['mod', 'S']} /> saves and stays
      </span>
    </p>
  )
}
