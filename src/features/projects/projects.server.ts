/** What projects can do. Every function runs on one organization's rows, behind a gate. */
import { and, asc, count, eq } from 'drizzle-orm'
import type { Permission } from '~/authz'
import { documents } from '~/db/schema/documents'
import { projects } from '~/db/schema/projects'
import type { TenantContext } from '~/middleware/context'
import { checkedRow } from '~/middleware/resource'
import { newId } from '~/platform/ids'

export type ProjectRow = typeof projects.$inferSelect

type ProjectContext = TenantContext & { readonly project: ProjectRow }

/**
 * Loads one project through its check.
 *
 * @throws AppError `not_found` or `forbidden`
 */
export async function findProjectFor(
  ctx: TenantContext,
  permission: Permission,
  projectId: string,
): Promise<ProjectRow> {
  const query = ctx.db.select().from(projects).where(isProject(ctx, projectId))
  // A mutation keeps the row as it was decided on until its commit.
  const [row] = ctx.mode === 'write' ? await query.for('no key update') : await query
  return checkedRow(ctx.access, permission, 'projects:read', row, ({ orgId }) => ({
    type: 'project',
    orgId,
  }))
}

/** Every project of the organization with its number of documents. */
export async function listProjects(ctx: TenantContext) {
  const documentCount = ctx.db
    .select({ projectId: documents.projectId, documents: count().as('documents') })
    .from(documents)
    .where(eq(documents.orgId, ctx.organization.id))
    .groupBy(documents.projectId)
    .as('document_count')
  const rows = await ctx.db
    .select({ project: projects, documents: documentCount.documents })
    .from(projects)
    .leftJoin(documentCount, eq(documentCount.projectId, projects.id))
    .where(eq(projects.orgId, ctx.organization.id))
    .orderBy(asc(projects.name))
  return rows.map(({ project, documents: held }) => ({ ...project, documents: held ?? 0 }))
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

export async function updateProject(
  ctx: ProjectContext,
  { name, description }: { name: string; description: string },
): Promise<void> {
  const { project } = ctx
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
