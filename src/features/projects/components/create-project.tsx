import { useNavigate } from '@tanstack/react-router'
import { useAction } from '~/features/access/use-action'
import { FormDialog } from '~/ui/form-dialog'
import { createProject } from '../projects.functions'
import { ProjectFields, projectOf } from './project-fields'

export function CreateProject() {
  const navigate = useNavigate()
  const { run, pending, errors } = useAction(createProject, {
    done: 'Project created',
    onDone: ({ id }) => navigate({ to: '/projects/$projectId', params: { projectId: id } }),
  })
  return (
    <FormDialog
      label="New project"
      look="primary"
      title="New project"
      submitLabel="Create"
      fn="projects.createProject"
      pending={pending}
      errors={errors}
      onSubmit={(values) => run({ data: projectOf(values) })}
    >
      <ProjectFields />
    </FormDialog>
  )
}
