/**
 * Editing a document. The edit names the version it is based on; when somebody else saved in
 * between, what was written here stays until the person decides to load the newer version.
 */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { useRefresh } from '~/features/access/use-refresh'
import { Button, buttonClass } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { updateDocument } from '../documents.functions'
import { DocumentFields, documentOf } from './document-fields'
import type { DocumentDetails } from './document-view'

export function DocumentEditor({ document }: { readonly document: DocumentDetails }) {
  const { id: documentId, title, body, version } = document
  const navigate = useNavigate()
  const [isOutdated, setOutdated] = useState(false)
  const { run, pending, errors } = useAction(updateDocument, {
    done: 'Document saved',
    onDone: () => navigate({ to: '/documents/$documentId', params: { documentId } }),
    onRefused: ({ code }) => {
      if (code === 'conflict') setOutdated(true)
      return code === 'conflict'
    },
  })
  return (
    <Form
      fn="documents.updateDocument"
      label={`Edit ${title}`}
      className="max-w-3xl"
      pending={pending}
      errors={errors}
      onSubmit={(values) => run({ data: { documentId, ...documentOf(values), version } })}
    >
      {isOutdated && <SomebodyElseSaved />}
      <DocumentFields title={title} body={body} />
      <div className="flex gap-2">
        <SubmitButton>Save</SubmitButton>
        <Link to="/documents/$documentId" params={{ documentId }} className={buttonClass('quiet')}>
          Cancel
        </Link>
      </div>
    </Form>
  )
}

function SomebodyElseSaved() {
  const refresh = useRefresh()
  return (
    <Notice
      live
      tone="limited"
      title="Nothing was saved: the document changed after you opened it"
      action={<Button onClick={() => void refresh()}>Load the newer version</Button>}
    >
      Your text is still below. Copy what you want to keep before you load the newer version.
    </Notice>
  )
}
