import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { UnsavedGuard } from '~/features/access/unsaved-guard'
import { useAction } from '~/features/access/use-action'
import { buttonClass } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { useHotkey } from '~/ui/use-hotkey'
import { createDocument } from '../documents.functions'
import { DocumentFields, isComplete, isSame } from './document-fields'

const BLANK = { title: '', body: '' }

export function NewDocumentForm({ projectId }: { readonly projectId: string }) {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(BLANK)
  const { run, pending, errors } = useAction(createDocument, {
    done: 'Document created',
    onDone: ({ id }) =>
      navigate({
        to: '/documents/$documentId',
        params: { documentId: id },
        ignoreBlocker: true,
      }),
  })
  function create(): void {
    if (!pending && isComplete(draft)) void run({ data: { projectId, ...draft } })
  }
  useHotkey('s', create)
  return (
    <Form
      fn="documents.createDocument"
      label="New document"
      pending={pending}
      errors={errors}
      onSubmit={create}
    >
      <DocumentFields draft={draft} onChange={setDraft} />
      <div className="flex gap-2">
        <SubmitButton>Create</SubmitButton>
        <Link to="/projects/$projectId" params={{ projectId }} className={buttonClass('quiet')}>
          Cancel
        </Link>
      </div>
      <UnsavedGuard unsaved={!isSame(draft, BLANK)} />
    </Form>
  )
}
