import { Link, useNavigate } from '@tanstack/react-router'
import { useAction } from '~/features/access/use-action'
import { buttonClass } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { createDocument } from '../documents.functions'
import { DocumentFields, documentOf } from './document-fields'

export function NewDocumentForm({ projectId }: { readonly projectId: string }) {
  const navigate = useNavigate()
  const { run, pending, errors } = useAction(createDocument, {
    done: 'Document created',
    onDone: ({ id }) => navigate({ to: '/documents/$documentId', params: { documentId: id } }),
  })
  return (
    <Form
      fn="documents.createDocument"
      label="New document"
      className="max-w-3xl"
      pending={pending}
      errors={errors}
      onSubmit={(values) => run({ data: { projectId, ...documentOf(values) } })}
    >
      <DocumentFields />
      <div className="flex gap-2">
        <SubmitButton>Create</SubmitButton>
        <Link to="/projects/$projectId" params={{ projectId }} className={buttonClass('quiet')}>
          Cancel
        </Link>
      </div>
    </Form>
  )
}
