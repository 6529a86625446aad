/** The way to a document through its project, for those who may see projects; its name for others. */
import { Link } from '@tanstack/react-router'
import { usePermission } from '~/features/access/use-permission'
import { Crumb } from '~/ui/breadcrumbs'

interface ProjectCrumbsProps {
  readonly projectId: string
  readonly projectName: string
}

export function ProjectCrumbs({ projectId, projectName }: ProjectCrumbsProps) {
  const seesProjects = usePermission('projects:read')
  if (!seesProjects) return <Crumb>{projectName}</Crumb>
  return (
    <>
      <Crumb link={<Link to="/projects" />}>Projects</Crumb>
      <Crumb link={<Link to="/projects/$projectId" params={{ projectId }} />}>{projectName}</Crumb>
    </>
  )
}
