/** What may be done to a project, for who may do it. */
import { useNavigate } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { FormDialog } from '~/ui/form-dialog'
import type { getProject } from '../projects.functions'
import { archiveProject, deleteProject, updateProject } from '../projects.functions'
import { showProjectStatus } from '../projects.queries'
import { ProjectFields, projectOf } from './project-fields'

type Project = Awaited<ReturnType<typeof getProject>>

interface ProjectProps {
  readonly project: Project
}

export function ProjectActions({ project }: ProjectProps) {
  return (
    <>
      {!project.isBeyondPlan && (
        <Can permission="projects:write">
          {project.status === 'active' && <EditProject project={project} />}
          <ArchiveProject project={project} />
        </Can>
      )}
      <Can permission="projects:delete">
        <DeleteProject project={project} />
      </Can>
    </>
  )
}

function EditProject({ project }: ProjectProps) {
  const { run, pending, errors } = useAction(updateProject, { done: 'Project saved' })
  const { id: projectId, name, description } = project
  return (
    <FormDialog
      label="Edit"
      title={`Edit “${name}”`}
      submitLabel="Save"
      fn="projects.updateProject"
      pending={pending}
      errors={errors}
      onSubmit={(values) => run({ data: { projectId, ...projectOf(values) } })}
    >
      <ProjectFields name={name} description={description} />
    </FormDialog>
  )
}

function ArchiveProject({ project }: ProjectProps) {
  const isArchived = project.status === 'archived'
  const { run, pending } = useAction(archiveProject, {
    done: isArchived ? 'Project restored' : 'Project archived',
    optimistic: (client, { data: { projectId, archived } }) =>
      showProjectStatus(client, projectId, archived ? 'archived' : 'active'),
  })
  return (
    <Button
      fn="projects.archiveProject"
      pending={pending}
      onClick={() => run({ data: { projectId: project.id, archived: !isArchived } })}
    >
      {isArchived ? 'Restore' : 'Archive'}
    </Button>
  )
}

function DeleteProject({ project }: ProjectProps) {
  const navigate = useNavigate()
  const { run, pending } = useAction(deleteProject, {
    done: `“${project.name}” deleted`,
    onDone: () => navigate({ to: '/projects' }),
  })
  return (
    <ConfirmDialog
      label="Delete"
      title={`Delete “${project.name}”?`}
      description="Its documents are deleted with it. This cannot be undone."
      confirmLabel="Delete project"
      fn="projects.deleteProject"
      pending={pending}
      onConfirm={() => run({ data: { projectId: project.id } })}
    />
  )
}
