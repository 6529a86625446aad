/** Suspended, active again, removed, left: what each takes, at once, and where documents go. */
import { beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { type Caller, signIn } from '../support/caller'
import { memberIdOf, rolesOf } from '../support/larkspur'
import { holdLock, untilWaiting } from '../support/locks'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let adam: Caller // admin there

beforeEach(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
})

const suspend = async (caller: Caller, memberId: string, suspended: boolean) =>
  (await caller.call('members.suspendMember', { memberId, suspended })).code

interface Kept {
  readonly owner: string | null
  readonly name: string | null
  readonly many: number
}

/** Whose this person's documents are now, found by which they were. */
async function whose(ids: readonly string[]): Promise<Kept[]> {
  return app.database.query<Kept & Record<string, unknown>>(
    `select owner_id::text as owner, kept_name as name, count(*)::int as many
     from documents where id = any($1) group by 1, 2`,
    [ids],
  )
}

async function documentsOf(email: string): Promise<string[]> {
  const rows = await app.database.query<{ id: string }>(
    `select d.id from documents d join auth."user" u on u.id = d.owner_id
     join projects p on p.org_id = d.org_id and p.id = d.project_id
     where u.email = $1 and d.org_id = $2
     order by p.status, d.status = 'published', d.id`,
    [email, LARKSPUR],
  )
  return rows.map(({ id }) => id)
}

async function memberByEmail(email: string): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    `select m.id from memberships m join auth."user" u on u.id = m.user_id
     where u.email = $1 and m.org_id = $2`,
    [email, LARKSPUR],
  )
  return row?.id ?? ''
}

describe('a suspension', () => {
  test('ends the access with the next request, on every device, and keeps roles for the return', async () => {
    const [laptop, phone] = [await app.as('editor'), await signIn(app, 'editor')]
    const memberId = await memberIdOf(app.database, 'editor')
    expect(await suspend(adam, memberId, true)).toBe('ok')
    for (const device of [laptop, phone]) {
      expect((await device.call('documents.listDocuments')).code).toBe('no_membership')
      expect((await device.call('account.getViewer')).result).toMatchObject({
        organization: null,
        permissions: [],
        organizations: [{ id: LARKSPUR, status: 'suspended' }],
      })
    }
    expect(await rolesOf(app.database, 'editor')).toEqual(['editor'])
    expect(await suspend(adam, memberId, false)).toBe('ok')
    expect((await laptop.call('documents.listDocuments')).code).toBe('ok')
    expect((await laptop.call('account.getViewer')).result.organization?.id).toBe(LARKSPUR)
  })

  test('ends nothing elsewhere: another organization can be entered, this one not', async () => {
    const carla = await app.as('consultant')
    await carla.call('organizations.switchOrganization', { organizationId: LARKSPUR })
    const memberId = await memberIdOf(app.database, 'consultant')
    expect(await suspend(adam, memberId, true)).toBe('ok')
    const enter = async (organizationId: string) =>
      (await carla.call('organizations.switchOrganization', { organizationId })).code
    expect(await enter(LARKSPUR)).toBe('not_found')
    expect(await enter(TIDEWATER)).toBe('ok')
    expect((await carla.call('documents.listDocuments')).code).toBe('ok')
    expect(await suspend(adam, memberId, false)).toBe('ok')
  })

  test('is taken back by nobody who holds less than what comes back with it', async () => {
    const memberId = await memberIdOf(app.database, 'two-roles')
    const [owner] = await app.database.query<{ id: string }>(
      'select id from roles where org_id = $1 and is_owner',
      [LARKSPUR],
    )
    const given = { memberId, roleId: owner?.id ?? '' }
    expect((await olivia.call('assignments.assignRole', given)).code).toBe('ok')
    expect(await suspend(olivia, memberId, true)).toBe('ok')
    expect(await suspend(adam, memberId, false)).toBe('forbidden')
    expect(await suspend(olivia, memberId, false)).toBe('ok')
    expect((await olivia.call('assignments.removeAssignment', given)).code).toBe('ok')
  })

  test('waits for what the member is doing, and nothing of theirs commits after it', async () => {
    const edith = await app.as('editor')
    const memberId = await memberIdOf(app.database, 'editor')
    const [documentId = ''] = await documentsOf(persona('editor').email)
    const lock = await holdLock(app.database, 'select from documents where id = $1 for update', [
      documentId,
    ])
    const edit = edith.call('documents.archiveDocument', { documentId, archived: true })
    await untilWaiting(app.database, 1)
    const suspended = suspend(adam, memberId, true)
    await untilWaiting(app.database, 2)
    await lock.release()
    expect((await edit).code).toBe('ok')
    expect(await suspended).toBe('ok')
    const again = await edith.call('documents.archiveDocument', { documentId, archived: false })
    expect(again.code).toBe('no_membership')
    expect(await suspend(adam, memberId, false)).toBe('ok')
  })
})

describe('who is removed', () => {
  test('leaves nothing decided by silence: what becomes of the documents is asked for', async () => {
    const memberId = await memberByEmail('joy@larkspur.example')
    const answer = await olivia.attack('members.removeMember', { memberId })
    expect(answer.code).toBe('invalid_input')
    expect(await memberByEmail('joy@larkspur.example')).toBe(memberId)
  })

  test('hands their documents to whom the remover chose', async () => {
    const ids = await documentsOf('joy@larkspur.example')
    expect(ids.length).toBeGreaterThan(3)
    const answer = await adam.call('members.removeMember', {
      memberId: await memberByEmail('joy@larkspur.example'),
      documentsTo: await memberIdOf(app.database, 'viewer'),
    })
    expect(answer.code).toBe('ok')
    expect(await whose(ids)).toEqual([
      { owner: persona('viewer').id, name: null, many: ids.length },
    ])
    const [last] = await app.database.query(
      'select after from audit_events where org_id = $1 order by seq desc limit 1',
      [LARKSPUR],
    )
    expect(last).toEqual({
      after: { documentsGiven: ids.length, documentsTo: persona('viewer').name },
    })
  })

  test('is not removed by somebody who would take the documents without the right to them', async () => {
    const [role] = await app.database.query<{ id: string }>(
      `with made as (
         insert into roles (org_id, id, key, name, cloned_from, template_key)
         values ($1, gen_random_uuid(), 'porter', 'Porter', 'viewer', 'viewer') returning org_id, id)
       , grown as (insert into role_overrides
         select org_id, id, 'org:members:remove', true from made)
       select id from made`,
      [LARKSPUR],
    )
    const victor = await app.as('viewer')
    const me = await memberIdOf(app.database, 'viewer')
    const given = { memberId: me, roleId: role?.id ?? '' }
    expect((await olivia.call('assignments.assignRole', given)).code).toBe('ok')
    const memberId = await memberIdOf(app.database, 'guest')
    const ids = await documentsOf(persona('guest').email)
    const taken = await victor.call('members.removeMember', { memberId, documentsTo: me })
    expect(taken.code).toBe('forbidden')
    expect(await whose(ids)).toMatchObject([{ owner: persona('guest').id }])
    expect((await olivia.call('assignments.removeAssignment', given)).code).toBe('ok')
  })
})

describe('who is erased', () => {
  const drafts = (ids: readonly string[]) =>
    app.database.query(`select id from documents where id = any($1) and status = 'draft'`, [ids])

  test('hands on all that they owned, drafts included, where the eraser says to whom', async () => {
    const email = 'amira@larkspur.example'
    const ids = await documentsOf(email)
    const before = (await drafts(ids)).length
    expect(before).toBeGreaterThan(0)
    const answer = await adam.call('members.eraseMember', {
      memberId: await memberByEmail(email),
      documentsTo: await memberIdOf(app.database, 'viewer'),
    })
    expect(answer.code).toBe('ok')
    expect(await whose(ids)).toEqual([
      { owner: persona('viewer').id, name: null, many: ids.length },
    ])
    expect((await drafts(ids)).length).toBe(before)
  })

  test('loses their drafts otherwise, and leaves no name on the rest', async () => {
    const email = 'henrik@larkspur.example'
    const ids = await documentsOf(email)
    expect((await drafts(ids)).length).toBeGreaterThan(0)
    const memberId = await memberByEmail(email)
    expect((await adam.call('members.eraseMember', { memberId })).code).toBe('ok')
    expect(await drafts(ids)).toEqual([])
    expect(await whose(ids)).toMatchObject([{ owner: null, name: null }])
  })
})

describe('who leaves', () => {
  test('takes their access and leaves their name on what they wrote', async () => {
    const greta = await app.as('guest')
    const ids = await documentsOf(persona('guest').email)
    expect((await greta.call('members.leaveOrganization', { documentsTo: null })).code).toBe('ok')
    expect((await greta.call('documents.listDocuments')).code).toBe('no_membership')
    expect(await whose(ids)).toEqual([
      { owner: null, name: persona('guest').name, many: ids.length },
    ])
    const { result } = await olivia.call('documents.getDocument', { documentId: ids[0] ?? '' })
    expect(result).toMatchObject({ ownerName: null, keptName: persona('guest').name })
  })

  test('has no claim to it when they come back under the same name', async () => {
    await app.database.query(
      'insert into memberships (org_id, id, user_id) values ($1, gen_random_uuid(), $2)',
      [LARKSPUR, persona('guest').id],
    )
    const greta = await app.as('guest')
    expect((await greta.call('documents.listDocuments')).result.rows).toEqual([])
  })

  test('at the moment in which an edit of theirs waits: the edit is done, then they are gone', async () => {
    const email = persona('editor').email
    const edith = await app.as('editor')
    const ids = await documentsOf(email)
    const [documentId = ''] = ids
    const lock = await holdLock(app.database, 'select from documents where id = $1 for update', [
      documentId,
    ])
    const edit = edith.call('documents.archiveDocument', { documentId, archived: true })
    await untilWaiting(app.database, 1)
    const leaving = edith.call('members.leaveOrganization', {
      documentsTo: await memberIdOf(app.database, 'admin'),
    })
    await untilWaiting(app.database, 2)
    await lock.release()
    // No deadlock: the membership is waited for before any document is touched.
    expect((await edit).code).toBe('ok')
    expect((await leaving).code).toBe('ok')
    expect(await whose(ids)).toEqual([{ owner: persona('admin').id, name: null, many: ids.length }])
  })
})
