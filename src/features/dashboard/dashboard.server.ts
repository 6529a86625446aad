/** The first page's figures and history, each behind the permission to read what it counts. */
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { canAccess } from '~/authz'
import { documents } from '~/db/schema/documents'
import { memberships, organizations } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import { mayRead } from '~/features/documents/documents.server'
import type { TenantContext } from '~/middleware/context'
import { lastWeeks } from './weeks'

/** Projects in the chart, the fullest first. */
const CHARTED_PROJECTS = 8

/** A figure is null where this person may not read what it counts. */
export async function getDashboard(ctx: TenantContext) {
  const { access, db, organization } = ctx
  const orgId = organization.id
  const own = sql`${documents.orgId} = ${orgId} and ${documents.ownerId} = ${access.userId}`
  const [figures] = await db
    .select({
      projects: canAccess(access, 'projects:read') ? howMany(projects, orgId) : UNKNOWN,
      documents: canAccess(access, 'content:read') ? howMany(documents, orgId) : UNKNOWN,
      members: canAccess(access, 'users:read') ? howMany(memberships, orgId) : UNKNOWN,
      mine: sql<number>`(select count(*)::int from ${documents} where ${own})`,
      myDrafts: sql<number>`(select count(*)::int from ${documents}
        where ${own} and ${documents.status} = 'draft')`,
    })
    .from(organizations)
    .where(eq(organizations.id, orgId))
  if (figures === undefined) throw new Error('the organization of an open door is not there')
  return figures
}

const UNKNOWN: SQL<number | null> = sql`null::int`

function howMany(table: typeof projects | typeof documents | typeof memberships, orgId: string) {
  return sql<number | null>`(select count(*)::int from ${table} where ${table.orgId} = ${orgId})`
}

/**
 * What has been written and published in each of the last thirteen weeks, and what the projects
 * hold: of the documents that this person may read, and no others.
 */
export async function getActivity(ctx: TenantContext) {
  const weeks = lastWeeks(new Date())
  const counted = await eventsByWeek(ctx, weeks[0] ?? new Date())
  const byProject = await documentsByProject(ctx)
  return {
    weeks: weeks.map((monday) => {
      const week = monday.toISOString().slice(0, 10)
      const of = (kind: string) =>
        counted.find((row) => row.week === week && row.kind === kind)?.count ?? 0
      return { week, written: of('written'), published: of('published') }
    }),
    projects: byProject,
  }
}

async function eventsByWeek({ db, access, organization }: TenantContext, since: Date) {
  const event = sql`(values ('written', ${documents.createdAt}), ('published', ${documents.publishedAt})) as event(kind, at)`
  const week = sql<string>`to_char(date_trunc('week', event.at at time zone 'UTC'), 'YYYY-MM-DD')`
  return db
    .select({ week, kind: sql<string>`event.kind`, count: sql<number>`count(*)::int` })
    .from(documents)
    .crossJoinLateral(event)
    .where(
      and(
        eq(documents.orgId, organization.id),
        mayRead(access),
        sql`event.at >= ${since.toISOString()}::timestamptz`,
      ),
    )
    .groupBy(sql`1, 2`)
}

async function documentsByProject({ db, access, organization }: TenantContext) {
  const held = (status: string) =>
    sql<number>`count(*) filter (where ${documents.status} = ${status})::int`
  return db
    .select({
      id: projects.id,
      name: projects.name,
      draft: held('draft'),
      published: held('published'),
      archived: held('archived'),
    })
    .from(documents)
    .innerJoin(
      projects,
      and(eq(projects.orgId, documents.orgId), eq(projects.id, documents.projectId)),
    )
    .where(and(eq(documents.orgId, organization.id), mayRead(access)))
    .groupBy(projects.id, projects.name)
    .orderBy(desc(count()))
    .limit(CHARTED_PROJECTS)
}
