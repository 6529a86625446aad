/** What projects can do. Every function runs on one organization's rows, behind a gate. */
import { and, count, eq, getTableColumns, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { canAccess, conflict, isWithinPlan, type Permission } from '~/authz'
import { contains, COUNT_LIMIT, countOf, inOrder, pageOf, window } from '~/db/lists'
import { preparedQuery } from '~/db/prepared-query'
import { rankOf } from '~/db/rank'
import { documents } from '~/db/schema/documents'
import { projects } from '~/db/schema/projects'
import type { TenantDb } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { loadChecked } from '~/middleware/resource'
import { settleWithinPlan } from '~/middleware/within-plan'
import { newId } from '~/platform/ids'
import type { listProjectsSchema } from './projects.schema'

/** A project as the gate checked it. */
export type ProjectRow = typeof projects.$inferSelect & {
  /** Over the plan's limit: read-only until there is a larger plan, or an older project less. */
  readonly isBeyondPlan: boolean
}

type ProjectContext = TenantContext & { readonly project: ProjectRow }

const selectProject = (db: TenantDb) =>
  db
    .select({ ...getTableColumns(projects), rank: rankOf('projects') })
    .from(projects)
    .where(
      and(eq(projects.orgId, sql.placeholder('orgId')), eq(projects.id, sql.placeholder('id'))),
    )
const projectById = preparedQuery('project_by_id', selectProject)
const projectHeld = preparedQuery('project_held', (db) => selectProject(db).for('no key update'))

/**
 * Loads one project through its check.
 *
 * @throws AppError `not_found` or `forbidden`; `quota_exceeded` for changing one beyond the plan
 */
export async function findProjectFor(
  ctx: TenantContext,
  permission: Permission,
  projectId: string,
): Promise<ProjectRow> {
  const id = { orgId: ctx.organization.id, id: projectId }
  const loading = {
    look: () => projectById(ctx.db).execute(id),
    hold: () => projectHeld(ctx.db).execute(id),
  }
  const found = await loadChecked(ctx, permission, 'projects:read', loading, ({ orgId }) => ({
    type: 'project',
    orgId,
  }))
  const { rank, ...project } = found
  return { ...project, isBeyondPlan: settleWithinPlan(ctx, permission, 'projects', rank) }
}

/**
 * A page of the organization's projects, by name unless asked otherwise. Documents are counted for
 * the projects on the page and no others.
 */
export async function listProjects(ctx: TenantContext, asked: z.output<typeof listProjectsSchema>) {
  const { search, status, sort = 'name', page = 1 } = asked
  const wanted = and(
    eq(projects.orgId, ctx.organization.id),
    contains(search, projects.name),
    status === undefined ? undefined : eq(projects.status, status),
  )
  const { limit, offset } = window(page)
  const order = { name: sql`lower(${projects.name})`, updated: projects.updatedAt }
  const counted = ctx.db
    .select({ one: sql`1` })
    .from(projects)
    .where(wanted)
    .limit(COUNT_LIMIT)
  // Columns by their full names: in a query of one table, drizzle writes them without, and in here
  // that would compare the documents with themselves.
  const held = sql<number>`(select count(*)::int from ${documents} held
    where held.org_id = projects.org_id and held.project_id = projects.id)`
  const found = await ctx.db
    .select({
      ...getTableColumns(projects),
      // Null for who may not read them: how many there are says something about them.
      documents: canAccess(ctx.access, 'content:read') ? held : sql<null>`null::int`,
      rank: rankOf('projects'),
      total: countOf(counted),
    })
    .from(projects)
    .where(wanted)
    .orderBy(...inOrder(sort, order, projects.id))
    .limit(limit)
    .offset(offset)
  const { rows, ...list } = pageOf(found, page)
  const { plan } = ctx.organization
  return {
    ...list,
    rows: rows.map(({ rank, ...project }) => ({
      ...project,
      isBeyondPlan: !isWithinPlan(plan, 'projects', rank),
    })),
  }
}

export async function createProject(
  ctx: TenantContext,
  input: { name: string; description: string },
): Promise<{ id: string }> {
  const id = newId()
  await ctx.db.insert(projects).values({ orgId: ctx.organization.id, id, ...input })
  await ctx.trail.record({ target: target({ id, name: input.name }), after: input })
  return { id }
}

/** @throws AppError `conflict` when it is archived */
export async function updateProject(
  ctx: ProjectContext,
  { name, description }: { name: string; description: string },
): Promise<void> {
  const { project } = ctx
  if (project.status === 'archived') throw conflict('The project is archived. Restore it first.')
  await ctx.db
    .update(projects)
    .set({ name, description, updatedAt: new Date() })
    .where(isProject(ctx, project.id))
  await ctx.trail.record({
    target: target(project),
    before: { name: project.name, description: project.description },
    after: { name, description },
  })
}

export async function archiveProject(ctx: ProjectContext, archived: boolean): Promise<void> {
  const { project } = ctx
  const status = archived ? 'archived' : 'active'
  await ctx.db
    .update(projects)
    .set({ status, updatedAt: new Date() })
    .where(isProject(ctx, project.id))
  await ctx.trail.record({
    target: target(project),
    before: { status: project.status },
    after: { status },
  })
}

/** Deletes the project with its documents. */
export async function deleteProject(ctx: ProjectContext): Promise<void> {
  const { project } = ctx
  const [held] = await ctx.db
    .select({ documents: count() })
    .from(documents)
    .where(and(eq(documents.orgId, project.orgId), eq(documents.projectId, project.id)))
  await ctx.db.delete(projects).where(isProject(ctx, project.id))
  await ctx.trail.record({
    target: target(project),
    before: { name: project.name, status: project.status, documents: held?.documents ?? 0 },
  })
}

function isProject(ctx: TenantContext, projectId: string) {
  return and(eq(projects.orgId, ctx.organization.id), eq(projects.id, projectId))
}

function target({ id, name }: { id: string; name: string }) {
  return { type: 'project', id, name }
}
