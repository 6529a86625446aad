/** Ownership, versions, and the list of documents against the evaluator itself. */
import { describe, expect, test } from 'vitest'
import { type Access, canAccess, isPermission } from '~/authz'
import { LARKSPUR, persona, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf } from '../support/larkspur'

const app = appForFile()

interface DocumentFacts {
  readonly id: string
  readonly orgId: string
  readonly ownerId: string | null
  readonly version: number
}

const documentsOf = (orgId: string) =>
  app.database.query<DocumentFacts>(
    `select id, org_id as "orgId", owner_id as "ownerId", version from documents
     where org_id = $1 order by id`,
    [orgId],
  )

describe('somebody without any role, who owns one document', () => {
  const greta = () => app.as('guest')
  const own = async () => {
    const documents = await documentsOf(LARKSPUR)
    const found = documents.filter(({ ownerId }) => ownerId === persona('guest').id)
    expect(found).toHaveLength(1)
    return found[0] as DocumentFacts // counted above
  }

  test('reads and edits it', async () => {
    const { id: documentId, version } = await own()
    const caller = await greta()
    expect((await caller.call('documents.getDocument', { documentId })).code).toBe('ok')
    const edit = { documentId, title: 'Mine', body: 'Still mine.', version }
    expect((await caller.call('documents.updateDocument', edit)).result.version).toBe(version + 1)
  })

  test('neither publishes, archives nor deletes it', async () => {
    const { id: documentId } = await own()
    const caller = await greta()
    const answers = [
      await caller.call('documents.publishDocument', { documentId, published: true }),
      await caller.call('documents.archiveDocument', { documentId, archived: true }),
      await caller.call('documents.deleteDocument', { documentId }),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden'])
  })

  test('is told nothing of the others', async () => {
    const others = (await documentsOf(LARKSPUR)).filter(
      ({ ownerId }) => ownerId !== persona('guest').id,
    )
    const caller = await greta()
    for (const { id: documentId } of others.slice(0, 10)) {
      expect((await caller.call('documents.getDocument', { documentId })).code).toBe('not_found')
      expect((await caller.call('documents.deleteDocument', { documentId })).code).toBe('not_found')
    }
  })

  test('reads it no longer once their membership has ended', async () => {
    const { id: documentId } = await own()
    const caller = await greta()
    const olivia = await app.as('owner')
    const memberId = await memberIdOf(app.database, 'guest')
    expect((await olivia.call('members.removeMember', { memberId })).code).toBe('ok')
    expect((await caller.call('documents.getDocument', { documentId })).code).toBe('no_membership')
    const kept = await olivia.call('documents.getDocument', { documentId })
    expect(kept.result.ownerId).toBeNull()
  })
})

describe('an edit based on an old version', () => {
  const edit = (caller: Caller, documentId: string, version: number) =>
    caller.call('documents.updateDocument', { documentId, title: 'New', body: '', version })

  test('is refused, and what was saved since stays', async () => {
    const [document] = await documentsOf(TIDEWATER)
    const { id = '', version = 0 } = document ?? {}
    const jonas = await app.as('jonas@tidewater.example')
    expect((await edit(jonas, id, version)).code).toBe('ok')
    const stale = await edit(await app.as('maeve@tidewater.example'), id, version)
    expect([stale.status, stale.code]).toEqual([409, 'conflict'])
    expect((await documentsOf(TIDEWATER))[0]?.version).toBe(version + 1)
  })

  test('is refused to all but one of ten that come at once', async () => {
    const [, document] = await documentsOf(TIDEWATER)
    const { id = '', version = 0 } = document ?? {}
    const jonas = await app.as('jonas@tidewater.example')
    const answers = await Promise.all(Array.from({ length: 10 }, () => edit(jonas, id, version)))
    const codes = answers.map(({ code }) => code)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'conflict')).toHaveLength(9)
  })
})

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
    `select id, org_id as "orgId", owner_id as "ownerId", version from documents`,
  )
  for (const { email, orgId, access } of members) {
    const caller = await app.as(email)
    await caller.call('organizations.switchOrganization', { organizationId: orgId })
    const listed = (await caller.call('documents.listDocuments')).result.map(({ id }) => id)
    const permissions = new Set(access.permissions.filter(isPermission))
    const allowed = everything.filter((document) =>
      canAccess({ ...access, permissions }, 'content:read', { type: 'document', ...document }),
    )
    expect(listed.toSorted(), email).toEqual(allowed.map(({ id }) => id).toSorted())
  }
})
