/** What a project consists of, for the forms that create and edit one. */
import { TextArea, TextField } from '~/ui/field'
import { textOf } from '~/ui/form'

export interface ProjectFieldsProps {
  readonly name?: string
  readonly description?: string
}

export function ProjectFields({ name, description }: ProjectFieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={name} maxLength={120} required />
      <TextArea
        name="description"
        label="Description"
        defaultValue={description}
        maxLength={2000}
        rows={4}
      />
    </>
  )
}

/** @returns the fields' values as the functions take them */
export function projectOf(values: FormData) {
  return { name: textOf(values, 'name'), description: textOf(values, 'description') }
}
