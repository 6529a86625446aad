/** The entrances to projects: each names its gate, its input and the one call it makes. */
import { createServerFn } from '@tanstack/react-start'
import { accept } from '~/middleware/input'
import { requirePermission } from '~/middleware/permission'
import { requireQuota } from '~/middleware/quota'
import { requireProject } from './projects.gate'
import {
  archiveProjectSchema,
  createProjectSchema,
  listProjectsSchema,
  projectIdSchema,
  updateProjectSchema,
} from './projects.schema'
import * as logic from './projects.server'

export const listProjects = createServerFn({ method: 'GET' })
  .middleware([requirePermission('projects:read')])
  .validator(accept(listProjectsSchema))
  .handler(({ context, data }) => logic.listProjects(context, data))

export const getProject = createServerFn({ method: 'GET' })
  .middleware([requireProject('projects:read')])
  .validator(accept(projectIdSchema))
  .handler(({ context }) => context.project)

export const createProject = createServerFn({ method: 'POST' })
  .middleware([requirePermission('projects:write'), requireQuota('projects')])
  .validator(accept(createProjectSchema))
  .handler(({ context, data }) => logic.createProject(context, data))

export const updateProject = createServerFn({ method: 'POST' })
  .middleware([requireProject('projects:write')])
  .validator(accept(updateProjectSchema))
  .handler(({ context, data }) => logic.updateProject(context, data))

export const archiveProject = createServerFn({ method: 'POST' })
  .middleware([requireProject('projects:write')])
  .validator(accept(archiveProjectSchema))
  .handler(({ context, data }) => logic.archiveProject(context, data.archived))

export const deleteProject = createServerFn({ method: 'POST' })
  .middleware([requireProject('projects:delete')])
  .validator(accept(projectIdSchema))
  .handler(({ context }) => logic.deleteProject(context))
