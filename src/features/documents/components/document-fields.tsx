/** What a document consists of, for the forms that create and edit one. */
import { TextField } from '~/ui/field'
import { MarkdownField } from '~/ui/markdown-field'
import { DOCUMENT_LIMITS } from '../documents.limits'

/** What somebody is writing. */
export interface Draft {
  readonly title: string
  readonly body: string
}

export interface DocumentFieldsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

export function DocumentFields({ draft, onChange }: DocumentFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
        maxLength={DOCUMENT_LIMITS.title}
        autoComplete="off"
        required
      />
      <MarkdownField
        name="body"
        label="Text"
        value={draft.body}
        onChange={(body) => onChange({ ...draft, body })}
        limit={DOCUMENT_LIMITS.body}
      />
    </>
  )
}

/** Can it be saved at all? What is wrong is said beside the field. */
export function isComplete({ title, body }: Draft): boolean {
  return title.trim() !== '' && body.length <= DOCUMENT_LIMITS.body
}

export function isSame(one: Draft, other: Draft): boolean {
  return one.title.trim() === other.title.trim() && one.body === other.body
}
