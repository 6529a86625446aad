import { createFileRoute } from '@tanstack/react-router'
import { listProjects } from '~/features/projects/projects.functions'

export const Route = createFileRoute('/')({
  loader: () => listProjects(),
  component: () => <h1>Gatehouse</h1>,
})
