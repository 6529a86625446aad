/** Each limit of a plan, reached by many at the same moment: the count that decides is under a lock. */
import { beforeAll, describe, expect, test } from 'vitest'
import { PLANS } from '~/authz'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'

const app = appForFile()
const AT_ONCE = 20

let otto: Caller
let orgId: string
let viewerId: string

beforeAll(async () => {
  otto = await app.as('outsider')
  orgId = (await otto.call('organizations.createOrganization', { name: 'Crowded' })).result.id
  await otto.call('projects.createProject', { name: 'First' })
  const roles = (await otto.call('roles.listRoles')).result
  viewerId = roles.find(({ key }) => key === 'viewer')?.id ?? ''
})

async function atOnce(call: (turn: number) => Promise<{ code: string }>) {
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => call(turn)))
  const count = (code: string) => answers.filter((answer) => answer.code === code).length
  return { ok: count('ok'), full: count('quota_exceeded') }
}

const EXACTLY_ONE = { ok: 1, full: AT_ONCE - 1 }

async function count(sql: string): Promise<number> {
  const [row] = await app.database.query<{ rows: number }>(sql, [orgId])
  return row?.rows ?? -1
}

test('attack 28: projects: twenty at once, with room for one', async () => {
  for (let made = 2; made < PLANS.free.limits.projects; made += 1) {
    await otto.call('projects.createProject', { name: `P${made}` })
  }
  const create = (turn: number) => otto.call('projects.createProject', { name: `At once ${turn}` })
  expect(await atOnce(create)).toEqual(EXACTLY_ONE)
  expect(await count('select count(*)::int as rows from projects where org_id = $1')).toBe(
    PLANS.free.limits.projects,
  )
})

describe('documents of a month', () => {
  let projectIds: string[]

  // Each in another project: in one, they would wait for each other anyway.
  const create = (turn: number) =>
    otto.call('documents.createDocument', {
      projectId: projectIds[turn % projectIds.length] ?? '',
      title: `At once ${turn}`,
      body: '',
    })

  test('attack 28: twenty at once, with room for one', async () => {
    projectIds = (await otto.call('projects.listProjects', {})).result.rows.map(({ id }) => id)
    expect(projectIds).toHaveLength(PLANS.free.limits.projects)
    await create(0)
    await app.database.query('update document_months set created = $2 where org_id = $1', [
      orgId,
      PLANS.free.limits.documents - 1,
    ])
    expect(await atOnce(create)).toEqual(EXACTLY_ONE)
    expect(await count('select count(*)::int as rows from documents where org_id = $1')).toBe(2)
  })

  test('attack 28: a deletion makes no room, and neither does that of the whole project', async () => {
    const [first] = (await otto.call('documents.listDocuments', {})).result.rows
    await otto.call('documents.deleteDocument', { documentId: first?.id ?? '' })
    expect((await create(1)).code).toBe('quota_exceeded')
    const { usage } = (await otto.call('billing.getBilling')).result
    expect(usage.find(({ quota }) => quota === 'documents')?.used).toBe(PLANS.free.limits.documents)
  })

  test('another month is another count', async () => {
    await app.database.query(
      `update document_months set month = (month - interval '1 month')::date where org_id = $1`,
      [orgId],
    )
    expect((await create(2)).code).toBe('ok')
    expect(
      await count(
        'select created as rows from document_months where org_id = $1 order by month desc',
      ),
    ).toBe(1)
  })
})

describe('seats', () => {
  const invite = (email: string) =>
    otto.call('invitations.inviteMember', { email, roleId: viewerId })

  test('attack 28: an open invitation keeps one; twenty at once, with room for one', async () => {
    for (let taken = 1; taken < PLANS.free.limits.members - 1; taken += 1) {
      expect((await invite(`guest-${taken}@new.example`)).code).toBe('ok')
    }
    expect(await atOnce((turn) => invite(`at-once-${turn}@new.example`))).toEqual(EXACTLY_ONE)
    expect((await invite('one-more@new.example')).code).toBe('quota_exceeded')
  })

  test('one that is revoked gives its seat back, and one that expired needs another to be sent again', async () => {
    const [first, second] = (await otto.call('invitations.listInvitations')).result.invitations
    await otto.call('invitations.revokeInvitation', { invitationId: first?.id ?? '' })
    expect((await invite('instead@new.example')).code).toBe('ok')
    const late = `set sent_at = now() - interval '8 days', expires_at = now() - interval '1 day'`
    await app.database.query(`update invitations ${late} where id = $1`, [second?.id ?? ''])
    await app.database.query('delete from platform.rate_limits') // of the minute in which it was sent
    expect((await invite('in-its-seat@new.example')).code).toBe('ok')
    const again = await otto.call('invitations.resendInvitation', {
      invitationId: second?.id ?? '',
    })
    expect(again.refusal).toMatchObject({
      code: 'quota_exceeded',
      details: { limit: 'members', plan: 'pro' },
    })
  })
})

test('attack 28: roles of one’s own: twenty at once, with room for one, below the most there may be', async () => {
  await otto.call('billing.changePlan', { plan: 'pro' })
  const create = (slug: string) =>
    otto.call('roles.createRole', { template: 'viewer', name: slug, slug, description: '' })
  for (let made = 1; made < PLANS.pro.limits['custom-roles']; made += 1) await create(`own-${made}`)
  expect(await atOnce((turn) => create(`at-once-${turn}`))).toEqual(EXACTLY_ONE)
})

test('attack 28: of a smaller plan and a create at the same moment, nothing passes that it would refuse', async () => {
  for (let round = 0; round < 10; round += 1) {
    await otto.call('billing.changePlan', { plan: 'enterprise' })
    const before = await count('select count(*)::int as rows from projects where org_id = $1')
    const [changed, made] = await Promise.all([
      otto.call('billing.changePlan', { plan: 'free' }),
      otto.call('projects.createProject', { name: `Round ${round}` }),
    ])
    expect(changed.code).toBe('ok')
    expect(['ok', 'quota_exceeded']).toContain(made.code)
    const after = await count('select count(*)::int as rows from projects where org_id = $1')
    expect(after - before).toBe(made.code === 'ok' ? 1 : 0)
    expect((await otto.call('projects.createProject', { name: 'Late' })).code).toBe(
      'quota_exceeded',
    )
  }
})
