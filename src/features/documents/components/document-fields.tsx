/** What a document consists of, for the forms that create and edit one. */
import { TextArea, TextField } from '~/ui/field'
import { textOf } from '~/ui/form'

export interface DocumentFieldsProps {
  readonly title?: string
  readonly body?: string
}

export function DocumentFields({ title, body }: DocumentFieldsProps) {
  return (
    <>
      <TextField name="title" label="Title" defaultValue={title} maxLength={200} required />
      <TextArea
        name="body"
        label="Text"
        defaultValue={body}
        maxLength={100_000}
        rows={18}
        className="font-mono text-sm"
      />
    </>
  )
}

/** @returns the fields' values as the functions take them */
export function documentOf(values: FormData) {
  return { title: textOf(values, 'title'), body: textOf(values, 'body') }
}
