/** What documents can do. Every function runs on one organization's rows, behind a gate. */
import { and, eq, getTableColumns, type SQL, sql, type SQLWrapper } from 'drizzle-orm'
import type { z } from 'zod'
import {
  type Access,
  canAccess,
  conflict,
  isWithinPlan,
  ownershipGrants,
  type Permission,
} from '~/authz'
import { contains, COUNT_LIMIT, countOf, inOrder, pageOf, window } from '~/db/lists'
import { preparedQuery } from '~/db/prepared-query'
import { rankOf, rankOfProject } from '~/db/rank'
import { documents } from '~/db/schema/documents'
import { memberProfiles } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import type { TenantDb } from '~/db/tenant-door'
import type { ProjectRow } from '~/features/projects/projects.server'
import type { TenantContext } from '~/middleware/context'
import { loadChecked } from '~/middleware/resource'
import { settleWithinPlan } from '~/middleware/within-plan'
import { newId } from '~/platform/ids'
import type { listDocumentsSchema } from './documents.schema'

/** A document as the gate checked it. */
export type DocumentRow = typeof documents.$inferSelect & {
  /** In a project over the plan's limit: read-only with it. */
  readonly isBeyondPlan: boolean
}

export type DocumentContext = TenantContext & { readonly document: DocumentRow }
type DocumentFilters = z.output<typeof listDocumentsSchema>
type Sort = NonNullable<DocumentFilters['sort']>
type DocumentStatus = 'draft' | 'published' | 'archived'

const selectDocument = (db: TenantDb) =>
  db
    .select({ ...getTableColumns(documents), rank: rankOfProject() })
    .from(documents)
    .where(
      and(eq(documents.orgId, sql.placeholder('orgId')), eq(documents.id, sql.placeholder('id'))),
    )
const documentById = preparedQuery('document_by_id', selectDocument)
const documentHeld = preparedQuery('document_held', (db) => selectDocument(db).for('no key update'))

/**
 * Loads one document through its check.
 *
 * @throws AppError `not_found` or `forbidden`; `quota_exceeded` for changing one beyond the plan
 */
export async function findDocumentFor(
  ctx: TenantContext,
  permission: Permission,
  documentId: string,
): Promise<DocumentRow> {
  const id = { orgId: ctx.organization.id, id: documentId }
  const loading = {
    look: () => documentById(ctx.db).execute(id),
    hold: () => documentHeld(ctx.db).execute(id),
  }
  const found = await loadChecked(ctx, permission, 'content:read', loading, (row) => ({
    type: 'document',
    orgId: row.orgId,
    ownerId: row.ownerId,
  }))
  const { rank, ...document } = found
  return { ...document, isBeyondPlan: settleWithinPlan(ctx, permission, 'projects', rank) }
}

/**
 * A page of the documents that this person may read, without their bodies: the latest change first
 * unless asked otherwise. The page is cut from the documents alone, along an index; the names that
 * are shown beside them are looked up for its rows and no others.
 *
 * A filter only ever narrows: another organization's project, or one that isn't there, holds none
 * of the documents that this person may read.
 */
export async function listDocuments(ctx: TenantContext, asked: DocumentFilters) {
  const { search, status, projectId, owner, sort = '-updated', page = 1 } = asked
  const wanted = and(
    eq(documents.orgId, ctx.organization.id),
    mayRead(ctx.access),
    contains(search, documents.title),
    status === undefined ? undefined : eq(documents.status, status),
    projectId === undefined ? undefined : eq(documents.projectId, projectId),
    owner === undefined ? undefined : eq(documents.ownerId, ctx.access.userId),
  )
  const { limit, offset } = window(page)
  const counted = ctx.db
    .select({ one: sql`1` })
    .from(documents)
    .where(wanted)
    .limit(COUNT_LIMIT)
  const cut = ctx.db
    .select({
      orgId: documents.orgId,
      id: documents.id,
      title: documents.title,
      status: documents.status,
      ownerId: documents.ownerId,
      keptName: documents.keptName,
      projectId: documents.projectId,
      updatedAt: documents.updatedAt,
    })
    .from(documents)
    .where(wanted)
    .orderBy(...ordered(sort, documents))
    .limit(limit)
    .offset(offset)
    .as('cut')
  const found = await ctx.db
    .select({
      orgId: cut.orgId,
      id: cut.id,
      title: cut.title,
      status: cut.status,
      ownerId: cut.ownerId,
      ownerName: memberProfiles.name,
      keptName: cut.keptName,
      projectId: cut.projectId,
      projectName: projects.name,
      projectStatus: projects.status,
      rank: rankOf('projects'),
      updatedAt: cut.updatedAt,
      total: countOf(counted),
    })
    .from(cut)
    .innerJoin(projects, and(eq(projects.orgId, cut.orgId), eq(projects.id, cut.projectId)))
    .leftJoin(
      memberProfiles,
      and(eq(memberProfiles.orgId, cut.orgId), eq(memberProfiles.userId, cut.ownerId)),
    )
    .orderBy(...ordered(sort, cut))
  const { rows, ...list } = pageOf(found, page)
  const { plan } = ctx.organization
  return {
    ...list,
    rows: rows.map(({ rank, ...document }) => ({
      ...document,
      isBeyondPlan: !isWithinPlan(plan, 'projects', rank),
    })),
  }
}

type Orderable = Readonly<Record<'id' | 'title' | 'updatedAt', SQLWrapper>>

function ordered(sort: Sort, { id, title, updatedAt }: Orderable): SQL[] {
  return inOrder(sort, { updated: updatedAt, title: sql`lower(${title})` }, id)
}

export async function createDocument(
  ctx: TenantContext & { readonly project: ProjectRow },
  input: { title: string; body: string },
): Promise<{ id: string }> {
  const { project, organization, principal } = ctx
  if (project.status === 'archived') throw archived()
  const id = newId()
  const { title, body } = input
  const { userId } = principal
  const parents = { orgId: organization.id, projectId: project.id, ownerId: userId }
  await ctx.db.insert(documents).values({ id, title, body, updatedBy: userId, ...parents })
  await ctx.trail.record({
    target: target({ id, title }),
    after: { title, project: project.name, characters: body.length },
  })
  return { id }
}

/**
 * Saves an edit.
 *
 * @throws AppError `conflict` when somebody saved since the version that the edit is based on, or
 *   the project is archived
 */
export async function updateDocument(
  ctx: DocumentContext,
  input: { title: string; body: string; version: number },
): Promise<{ version: number }> {
  const { document } = ctx
  if (document.version !== input.version) {
    throw conflict('Somebody saved this document since you opened it. Reload to see their change.')
  }
  await requireOpenProject(ctx)
  const { title, body } = input
  const version = document.version + 1
  await ctx.db
    .update(documents)
    .set({ title, body, version, ...byCaller(ctx, new Date()) })
    .where(isDocument(ctx, document.id))
  await ctx.trail.record({
    target: target({ id: document.id, title }),
    before: { title: document.title, characters: document.body.length },
    after: { title, characters: body.length },
  })
  return { version }
}

/**
 * Publishes, takes back, archives or restores the checked document.
 *
 * @throws AppError `conflict` when the project is archived, or an archived document is published
 */
export async function changeStatus(ctx: DocumentContext, status: DocumentStatus): Promise<void> {
  const { document } = ctx
  await requireOpenProject(ctx)
  if (document.status === 'archived' && status === 'published') {
    throw conflict('The document is archived. Restore it first.')
  }
  const now = new Date()
  const publishedAt = status === 'published' ? now : document.publishedAt
  await ctx.db
    .update(documents)
    .set({ status, publishedAt, ...byCaller(ctx, now) })
    .where(isDocument(ctx, document.id))
  await ctx.trail.record({
    target: target(document),
    before: { status: document.status },
    after: { status },
  })
}

/** @throws AppError `conflict` when the project is archived */
export async function deleteDocument(ctx: DocumentContext): Promise<void> {
  const { document } = ctx
  await requireOpenProject(ctx)
  await ctx.db.delete(documents).where(isDocument(ctx, document.id))
  await ctx.trail.record({
    target: target(document),
    before: { title: document.title, status: document.status },
  })
}

/**
 * The evaluator's rule for reading a document, as a predicate. Derived from the same tables: a
 * test compares it with `canAccess` row by row for every kind of person.
 */
export function mayRead(access: Access): SQL | undefined {
  if (canAccess(access, 'content:read')) return undefined
  // Should ownership ever stop granting this, nothing is left: false, and not "no condition".
  if (!ownershipGrants('document', 'content:read')) return sql`false`
  return eq(documents.ownerId, access.userId)
}

/**
 * What an archived project holds is read and not changed. The project isn't locked: whoever archives
 * it at this very moment does so after this change, and deleting it must not wait for us while we
 * wait for it.
 */
async function requireOpenProject(ctx: DocumentContext): Promise<void> {
  const { orgId, projectId } = ctx.document
  const [project] = await ctx.db
    .select({ status: projects.status })
    .from(projects)
    .where(and(eq(projects.orgId, orgId), eq(projects.id, projectId)))
  if (project?.status !== 'active') throw archived()
}

function archived() {
  return conflict('The project is archived. Restore it first.')
}

/** Who and when: what a page shows of a change, and says to whoever saves after it. */
function byCaller({ principal }: TenantContext, now: Date) {
  return { updatedAt: now, updatedBy: principal.userId }
}

export function isDocument(ctx: TenantContext, documentId: string) {
  return and(eq(documents.orgId, ctx.organization.id), eq(documents.id, documentId))
}

function target({ id, title }: { id: string; title: string }) {
  return { type: 'document', id, name: title }
}
