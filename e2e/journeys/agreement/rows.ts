/**
 * The pages to look at, with the thing that each is about: every page once, and those of a thing
 * once for each kind of thing there is, because what may be done depends on it.
 */
import { ACCOUNTS, LARKSPUR } from '../../harness/people.ts'
import { ROLES, VERSION_OF_ROLE } from '../../harness/role-versions.ts'
import { guardedPages } from '../guarded-pages.ts'
import type { Site } from '../site.ts'

/** A thing as it is in the database. */
export interface Row {
  readonly documentId?: string
  readonly projectId?: string
  readonly memberId?: string
  readonly status?: string
  readonly version?: number
  readonly name?: string
  readonly roleIds?: readonly string[]
  readonly roleId?: string
  readonly roleVersion?: string
  readonly userId?: string
  readonly sessionId?: string
  /** Of a session: the one that asks. */
  readonly isCurrent?: boolean
  readonly invitationId?: string
}

export interface PageOfRow {
  /** `/documents/:id`: the same for all things of a kind. */
  readonly kind: string
  readonly path: string
  readonly row: Row
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** @returns every page of every row that is looked at */
export async function pagesOf(site: Site): Promise<PageOfRow[]> {
  const rows = [
    ...(await documents(site)),
    ...(await projects(site)),
    ...(await members(site)),
    ...(await roles(site)),
  ]
  const kinds = (await guardedPages(site)).map((path) => path.replace(ID, ':id'))
  return kinds.flatMap((kind): PageOfRow[] => {
    if (!kind.includes(':id')) return [{ kind, path: kind, row: {} }]
    const about = rows.filter(({ of }) => kind.startsWith(`/${of}/`))
    if (about.length === 0) throw new Error(`there is no row for ${kind}: add some to rows.ts`)
    return about.map(({ id, row }) => ({ kind, path: kind.replace(':id', id), row }))
  })
}

/** @returns the thing that an entry of a list is about, by the address that the entry leads to */
export async function rowAt(site: Site, path: string): Promise<Row> {
  const id = path.match(ID)?.at(-1)
  const all = [...(await documents(site, id)), ...(await projects(site, id))]
  const row = all[0]?.row
  if (row === undefined) throw new Error(`${path} is no document and no project: see rows.ts`)
  return row
}

interface Found {
  readonly of: string
  readonly id: string
  readonly row: Row
}

/** One of each status, one in an archived project, and the one whose owner has no role. */
async function documents(site: Site, id?: string): Promise<Found[]> {
  const { rows } = await site.db.query<{
    id: string
    project_id: string
    status: string
    version: number
    title: string
  }>(
    `select distinct on (kind, mine) d.id, d.project_id, d.status, d.version, d.title
     from documents d join projects p on p.id = d.project_id,
       coalesce(nullif(p.status, 'active'), d.status) kind, coalesce(d.owner_id = $2, false) mine
     where d.org_id = $1 and ($3::uuid is null or d.id = $3)
     order by kind desc, mine, p.status, d.id`,
    [LARKSPUR, ACCOUNTS.author.userId, id],
  )
  return rows.map(({ id, project_id: projectId, status, version, title }) => ({
    of: 'documents',
    id,
    row: { documentId: id, projectId, status, version, name: title },
  }))
}

async function projects(site: Site, id?: string): Promise<Found[]> {
  const { rows } = await site.db.query<{ id: string; status: string; name: string }>(
    `select distinct on (status) id, status, name from projects
     where org_id = $1 and ($2::uuid is null or id = $2) order by status, id`,
    [LARKSPUR, id],
  )
  return rows.map(({ id, status, name }) => ({
    of: 'projects',
    id,
    row: { projectId: id, status, name },
  }))
}

/** Who holds everything, who holds little, who is suspended, and who asks. */
async function members(site: Site): Promise<Found[]> {
  const people = [ACCOUNTS.viewer, ACCOUNTS.owner, ACCOUNTS.admin, ACCOUNTS.suspended]
  const { rows } = await site.db.query<{ id: string; user_id: string; roles: string[] }>(
    `select m.id, m.user_id, array(select role_id from member_roles mr where mr.membership_id = m.id) as roles
     from memberships m where m.org_id = $1 and m.user_id = any($2)
     order by array_position($2, m.user_id)`,
    [LARKSPUR, people.map(({ userId }) => userId)],
  )
  return rows.map(({ id, user_id: userId, roles: roleIds }) => ({
    of: 'members',
    id,
    row: { memberId: id, userId, roleIds },
  }))
}

/** The one that the organization has made, and one that is as its template. */
async function roles(site: Site): Promise<Found[]> {
  const { rows } = await site.db.query<{ id: string; name: string; version: string }>(
    `select r.id, r.name, ${VERSION_OF_ROLE} as version from ${ROLES}
     where r.org_id = $1 and (r.is_custom or r.key = 'editor') order by r.id`,
    [LARKSPUR],
  )
  return rows.map(({ id, name, version }) => ({
    of: 'roles',
    id,
    row: { roleId: id, name, roleVersion: version },
  }))
}
