/** The list of documents: against the evaluator itself, and whatever it is asked for. */
import { describe, expect, test } from 'vitest'
import { type Access, canAccess, isPermission } from '~/authz'
import { newId } from '~/platform/ids'
import { FERNWAY, LARKSPUR, persona, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import type { InputOf } from '../support/functions'

const app = appForFile()

interface DocumentFacts {
  readonly id: string
  readonly orgId: string
  readonly ownerId: string | null
}

/** All that the list holds, page by page. */
async function everyPage(caller: Caller, asked: InputOf<'documents.listDocuments'> = {}) {
  const rows: { readonly id: string; readonly title: string }[] = []
  for (let page = 1; ; page += 1) {
    const { result } = await caller.call('documents.listDocuments', { ...asked, page })
    rows.push(...result.rows)
    expect(result.rows.length).toBe(result.hasMore ? 25 : result.rows.length)
    if (!result.hasMore) return rows
  }
}

test('attack 32: the list holds what the evaluator allows, for every member of every organization', async () => {
  const members = await app.database.query<{
    email: string
    orgId: string
    access: Omit<Access, 'permissions'> & { permissions: string[] }
  }>(`
    select u.email, m.org_id as "orgId", json_build_object('userId', m.user_id, 'orgId', m.org_id,
      'membershipId', m.id, 'status', m.status, 'roles', json_build_array(),
      'permissions', coalesce((select json_agg(distinct rp.permission) from member_roles mr
        join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
        where mr.org_id = m.org_id and mr.membership_id = m.id), '[]')) as access
    from memberships m join auth."user" u on u.id = m.user_id where m.status = 'active'`)
  expect(members.length).toBeGreaterThan(20)
  const everything = await app.database.query<DocumentFacts>(
    `select id, org_id as "orgId", owner_id as "ownerId" from documents`,
  )
  for (const { email, orgId, access } of members) {
    const caller = await app.as(email)
    await caller.call('organizations.switchOrganization', { organizationId: orgId })
    const listed = (await everyPage(caller)).map(({ id }) => id)
    const permissions = new Set(access.permissions.filter(isPermission))
    const allowed = everything.filter((document) =>
      canAccess({ ...access, permissions }, 'content:read', { type: 'document', ...document }),
    )
    expect(listed.toSorted(), email).toEqual(allowed.map(({ id }) => id).toSorted())
  }
})

describe('the list of documents', () => {
  const ids = async (who: string, asked: InputOf<'documents.listDocuments'>) =>
    (await everyPage(await app.as(who), asked)).map(({ id }) => id)
  const count = async (condition: string, ...values: string[]) => {
    const [row] = await app.database.query<{ rows: number }>(
      `select count(*)::int as rows from documents where org_id = $1 and ${condition}`,
      [LARKSPUR, ...values],
    )
    return row?.rows ?? 0
  }

  test('is cut into pages that together hold every document once, and says how many there are', async () => {
    const all = await ids('owner', {})
    expect(new Set(all).size).toBe(await count('true'))
    expect(all).toHaveLength(await count('true'))
    const olivia = await app.as('owner')
    const first = await olivia.call('documents.listDocuments', {})
    expect(first.result).toMatchObject({ hasMore: true, total: await count('true') })
    const beyond = await olivia.call('documents.listDocuments', { page: 400 })
    expect(beyond.result).toEqual({ rows: [], first: 9976, hasMore: false, total: 0 })
  })

  test('keeps every order over all of its pages, and documents that are equal in it too', async () => {
    const olivia = await app.as('owner')
    await app.database.query(`update documents set title = 'Equal' where org_id = $1`, [FERNWAY])
    const titles = (await everyPage(olivia, { sort: 'title' })).map(({ title }) => title)
    const inOrder = await app.database.query<{ title: string }>(
      `select title from documents where org_id = $1 order by lower(title), id`,
      [LARKSPUR],
    )
    expect(titles).toEqual(inOrder.map(({ title }) => title))
    const forwards = await ids('ruth@fernway.example', { sort: 'title' })
    const backwards = await ids('ruth@fernway.example', { sort: '-title' })
    expect(backwards).toEqual(forwards.toReversed())
  })

  test('is narrowed by words in the title, in whatever case, and by nothing that is a pattern', async () => {
    const [one] = await app.database.query<{ id: string }>(
      `update documents set title = 'Yield 100%_\\ of Rye' where org_id = $1
         and id = (select min(id::text)::uuid from documents where org_id = $1) returning id`,
      [LARKSPUR],
    )
    expect(await ids('owner', { search: ' OF RYE ' })).toEqual([one?.id])
    expect(await ids('owner', { search: '100%_\\' })).toEqual([one?.id])
    expect(await ids('owner', { search: '%' })).toEqual([one?.id])
    expect(await ids('owner', { search: '_' })).toEqual([one?.id])
    expect(await ids('owner', { search: 'Yield%Rye' })).toEqual([])
    expect(await ids('owner', { search: "' or true --" })).toEqual([])
  })

  test('is narrowed by state, by project and to one’s own, and by all of them at once', async () => {
    const [found] = await app.database.query<{ projectId: string }>(
      `select project_id as "projectId" from documents where org_id = $1 and owner_id = $2 limit 1`,
      [LARKSPUR, persona('editor').id],
    )
    const projectId = found?.projectId ?? ''
    expect(await ids('editor', { status: 'draft' })).toHaveLength(await count(`status = 'draft'`))
    const inProject = await count('project_id = $2', projectId)
    expect(await ids('editor', { projectId })).toHaveLength(inProject)
    const { id: edith } = persona('editor')
    expect(await ids('editor', { owner: 'me' })).toHaveLength(await count('owner_id = $2', edith))
    const asked = { owner: 'me', projectId, status: 'published' } as const
    expect(await ids('editor', asked)).toHaveLength(
      await count(`status = 'published' and owner_id = $2 and project_id = $3`, edith, projectId),
    )
  })

  test('attacks 13, 32: holds nothing of others, whatever somebody without a role asks it for', async () => {
    const own = await app.database.query<{ id: string }>(
      `select id from documents where org_id = $1 and owner_id = $2`,
      [LARKSPUR, persona('guest').id],
    )
    const others = await app.database.query<{ projectId: string; title: string }>(
      `select distinct project_id as "projectId", title from documents
       where org_id = $1 and owner_id is distinct from $2`,
      [LARKSPUR, persona('guest').id],
    )
    const mine = own.map(({ id }) => id)
    for (const { projectId, title } of others) {
      expect(mine).toEqual(expect.arrayContaining(await ids('guest', { projectId })))
      expect(mine).toEqual(expect.arrayContaining(await ids('guest', { search: title })))
    }
  })

  test('attack 13: answers to another organization’s project as to one that isn’t there', async () => {
    const [theirs] = await app.database.query<{ id: string }>(
      `select id from projects where org_id = $1 limit 1`,
      [TIDEWATER],
    )
    const olivia = await app.as('owner')
    const foreign = await olivia.call('documents.listDocuments', { projectId: theirs?.id })
    const nobodys = await olivia.call('documents.listDocuments', { projectId: newId() })
    expect(foreign.result).toEqual({ rows: [], first: 1, hasMore: false, total: 0 })
    expect(foreign.body).toBe(nobodys.body)
  })
})
