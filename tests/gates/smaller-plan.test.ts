/** A smaller plan deletes nothing and grants nothing: the newest over its limits is read-only. */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { PLANS } from '~/authz'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { digestOf } from '../support/digest'
import { setRoles } from '../support/set-roles'

const app = appForFile()
const LIMIT = PLANS.free.limits.projects

let otto: Caller // founds it, and owns it
let organizationId: string
let memberId: string

beforeAll(async () => {
  otto = await app.as('outsider')
  organizationId = (await otto.call('organizations.createOrganization', { name: 'Shrinking' }))
    .result.id
  await otto.call('billing.changePlan', { plan: 'pro' })
  for (let made = 0; made < LIMIT + 2; made += 1) {
    const { id: projectId } = (await otto.call('projects.createProject', { name: `P${made}` }))
      .result
    await otto.call('documents.createDocument', { projectId, title: `D${made}`, body: 'Text.' })
  }
  for (const slug of ['first-own', 'second-own']) await createRole(slug)
  const [me] = (await otto.call('members.listMembers')).result.rows
  memberId = me?.id ?? ''
})

const createRole = (slug: string) =>
  otto.call('roles.createRole', { template: 'viewer', name: slug, slug, description: '' })

const setPlan = (plan: 'free' | 'pro' | 'enterprise') => otto.call('billing.changePlan', { plan })

const projects = async () =>
  (await otto.call('projects.listProjects', {})).result.rows.toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )

const rename = async (name: string) => {
  const one = (await projects()).find((project) => project.name === name)
  return otto.call('projects.updateProject', { projectId: one?.id ?? '', name, description: 'New' })
}

const documentOf = async (name: string) => {
  const rows = (await otto.call('documents.listDocuments', {})).result.rows
  const found = rows.find(({ projectName }) => projectName === name)
  if (found === undefined) throw new Error(`no document in ${name}`)
  return found
}

/** Somebody who may read all of it and change nothing, until the test is over. */
async function joinAsViewer(): Promise<Caller> {
  const viewer = await app.as('viewer')
  const [joined] = await app.database.query<{ id: string }>(
    `insert into memberships (org_id, id, user_id) values ($1, gen_random_uuid(), $2) returning id`,
    [organizationId, persona('viewer').id],
  )
  await app.database.query(
    `insert into member_roles (org_id, membership_id, role_id)
     select org_id, $2, id from roles where org_id = $1 and key = 'viewer'`,
    [organizationId, joined?.id],
  )
  await viewer.call('organizations.switchOrganization', { organizationId })
  onTestFinished(async () => {
    await viewer.call('organizations.switchOrganization', { organizationId: LARKSPUR })
    await app.database.query('delete from memberships where org_id = $1 and id = $2', [
      organizationId,
      joined?.id,
    ])
  })
  return viewer
}

const ownRoles = async () =>
  (await otto.call('roles.listRoles')).result.filter(({ isCustom }) => isCustom)

describe('on a plan for fewer projects than there are', () => {
  beforeAll(async () => {
    await setPlan('free')
  })

  test('the oldest are covered and the newest are not, and the lists say which', async () => {
    const marks = (await projects()).map(({ isBeyondPlan }) => isBeyondPlan)
    expect(marks).toEqual([...Array.from({ length: LIMIT }, () => false), true, true])
    expect((await documentOf('P0')).isBeyondPlan).toBe(false)
    expect((await documentOf('P6')).isBeyondPlan).toBe(true)
  })

  test('attack 28: nothing that is not covered can be changed, and the refusal names the plan', async () => {
    const project = (await projects()).at(-1)
    const projectId = project?.id ?? ''
    const { id: documentId, status } = await documentOf('P6')
    const before = await digestOf(app.database)
    const changes = [
      await rename('P6'),
      await otto.call('projects.archiveProject', { projectId, archived: true }),
      await otto.call('documents.createDocument', { projectId, title: 'More', body: '' }),
      await otto.call('documents.updateDocument', { documentId, title: 'X', body: '', version: 1 }),
      await otto.call('documents.publishDocument', { documentId, published: true }),
      await otto.call('documents.archiveDocument', { documentId, archived: true }),
    ]
    for (const { status: answered, refusal } of changes) {
      expect(answered).toBe(402)
      expect(refusal).toMatchObject({
        code: 'quota_exceeded',
        details: { limit: 'projects', plan: 'pro' },
      })
    }
    expect(await digestOf(app.database)).toEqual(before)
    expect(status).toBe('draft')
  })

  test('it can be read, and what is covered can be changed', async () => {
    const { id: documentId, projectId } = await documentOf('P6')
    expect((await otto.call('projects.getProject', { projectId })).result.isBeyondPlan).toBe(true)
    expect((await otto.call('documents.getDocument', { documentId })).result.body).toBe('Text.')
    expect((await rename('P0')).code).toBe('ok')
  })

  test('the permission is asked first: who may not is told nothing of plans', async () => {
    const viewer = await joinAsViewer()
    const { id: documentId, projectId } = await documentOf('P6')
    const details = { projectId, name: 'Mine', description: '' }
    const answers = [
      await viewer.call('projects.updateProject', details),
      await viewer.call('projects.archiveProject', { projectId, archived: true }),
      await viewer.call('projects.deleteProject', { projectId }),
      await viewer.call('documents.createDocument', { projectId, title: 'Mine', body: '' }),
      await viewer.call('documents.publishDocument', { documentId, published: true }),
    ]
    expect(answers.map(({ code }) => code)).toEqual(Array(5).fill('forbidden'))
    for (const { body } of answers) expect(body).not.toMatch(/quota|limit/)
    // The same things, asked by who may: there it is the plan that says no.
    expect((await otto.call('projects.updateProject', details)).code).toBe('quota_exceeded')
  })

  test('a document can be deleted all the same', async () => {
    const { id: documentId } = await documentOf('P5')
    expect((await otto.call('documents.deleteDocument', { documentId })).code).toBe('ok')
  })

  test('the end of an older project makes a newer one writable', async () => {
    expect((await rename('P5')).code).toBe('quota_exceeded')
    const [oldest] = await projects()
    await otto.call('projects.deleteProject', { projectId: oldest?.id ?? '' })
    expect((await rename('P5')).code).toBe('ok')
    expect((await rename('P6')).code).toBe('quota_exceeded')
  })

  test('a larger plan restores all of it, and the smaller one takes the same back', async () => {
    await setPlan('pro')
    expect((await rename('P6')).code).toBe('ok')
    expect((await projects()).some(({ isBeyondPlan }) => isBeyondPlan)).toBe(false)
    await setPlan('free')
    expect((await rename('P6')).code).toBe('quota_exceeded')
  })
})

describe('roles of one’s own that the plan does not cover', () => {
  test('attack 28: are neither added to nor given, and go on working for who holds them', async () => {
    await setPlan('pro')
    const [role] = await ownRoles()
    const roleId = role?.id ?? ''
    await otto.call('assignments.assignRole', { memberId, roleId, evenThoughItIsMe: true })
    await setPlan('free')
    const [held, other] = await ownRoles()
    expect([held?.isBeyondPlan, other?.isBeyondPlan]).toEqual([true, true])
    const give = { memberId, roleId: other?.id ?? '', evenThoughItIsMe: true }
    const roles = (await otto.call('roles.listRoles')).result
    const email = 'somebody@new.example'
    const refused = [
      await otto.call('assignments.assignRole', give),
      await setRoles(app.database, otto, {
        memberId,
        roleIds: roles.map(({ id }) => id),
        evenThoughItIsMe: true,
      }),
      await otto.call('assignments.previewAssignments', { memberId, roleIds: [give.roleId] }),
      await otto.call('invitations.inviteMember', { email, roleId: give.roleId }),
      await otto.call('roles.setDefaultRole', { roleId: give.roleId }),
    ]
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'quota_exceeded'))
    const mine = (await otto.call('account.getViewer')).result.roles.map(({ key }) => key)
    expect(mine).toContain(role?.key)
  })

  test('stay with a member whose other roles change', async () => {
    const roles = (await otto.call('roles.listRoles')).result
    const keep = roles.filter(
      ({ isOwner, key }) => isOwner || key === 'first-own' || key === 'viewer',
    )
    const changed = await setRoles(app.database, otto, {
      memberId,
      roleIds: keep.map(({ id }) => id),
      evenThoughItIsMe: true,
    })
    expect(changed.code).toBe('ok')
  })

  test('are covered again, the oldest first, by a plan with room for them', async () => {
    await setPlan('pro')
    for (let made = 3; made <= 5; made += 1) await createRole(`own-${made}`)
    expect((await createRole('one-too-many')).refusal).toMatchObject({
      code: 'quota_exceeded',
      details: { limit: 'custom-roles', plan: 'enterprise' },
    })
    await setPlan('enterprise')
    expect((await createRole('newest')).code).toBe('ok')
    await setPlan('pro')
    const beyond = (await ownRoles()).filter(({ isBeyondPlan }) => isBeyondPlan)
    expect(beyond.map(({ key }) => key)).toEqual(['newest'])
    const [newest] = beyond
    const edit = { roleId: newest?.id ?? '', version: newest?.version ?? '' }
    const refused = [
      await otto.call('roles.updateRole', {
        ...edit,
        name: 'Other',
        description: '',
        permissions: ['users:read', 'audit:read'],
      }),
      await otto.call('roles.detachRole', edit),
    ]
    expect(refused.map(({ code }) => code)).toEqual(['quota_exceeded', 'quota_exceeded'])
    expect((await otto.call('roles.deleteRole', edit)).code).toBe('ok')
  })
})

describe('what is said before a change of plan', () => {
  const preview = async (plan: 'free' | 'pro' | 'enterprise') =>
    (await otto.call('billing.previewPlan', { plan })).result

  test.each(['free', 'enterprise', 'pro', 'free'] as const)('is what happens: %s', async (plan) => {
    const said = await preview(plan)
    expect((await setPlan(plan)).code).toBe('ok')
    const over = (quota: string) => said.quotas.find((one) => one.quota === quota)?.overAfter
    const beyond = (await projects()).filter(({ isBeyondPlan }) => isBeyondPlan)
    expect(over('projects')).toBe(beyond.length)
    expect(said.readOnly.projects.toSorted()).toEqual(beyond.map(({ name }) => name))
    const roles = (await ownRoles()).filter(({ isBeyondPlan }) => isBeyondPlan)
    expect(over('custom-roles')).toBe(roles.length)
    expect(said.readOnly['custom-roles'].toSorted()).toEqual(
      roles.map(({ name }) => name).toSorted(),
    )
  })

  test('names nothing to who may not see what the names are of', async () => {
    const bianca = await app.as('billing')
    const said = (await bianca.call('billing.previewPlan', { plan: 'free' })).result
    expect(said.quotas.find(({ quota }) => quota === 'projects')?.overAfter).toBeGreaterThan(0)
    expect(said.readOnly).toEqual({ projects: [], 'custom-roles': [] })
  })
})

describe('invoices', () => {
  const invoicesIn = () =>
    app.database.query<{ plan: string; amount_cents: number; provider_event_id: string }>(
      'select plan, amount_cents, provider_event_id from invoices where org_id = $1 order by issued_at',
      [organizationId],
    )

  test('one for each change, at the price of the plan', async () => {
    const before = await invoicesIn()
    await setPlan('enterprise')
    const after = await invoicesIn()
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({ plan: 'enterprise', amount_cents: 49_000 })
    expect((await otto.call('billing.getBilling')).result.invoices[0]).toMatchObject({
      plan: 'enterprise',
      currency: 'EUR',
    })
  })

  test('none for the plan that it is on, and of two changes at once to one plan, one', async () => {
    expect((await setPlan('enterprise')).code).toBe('conflict')
    const before = (await invoicesIn()).length
    const answers = await Promise.all(Array.from({ length: 8 }, () => setPlan('pro')))
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
    expect(await invoicesIn()).toHaveLength(before + 1)
  })

  test('are seen by their organization alone', async () => {
    const ruth = await app.as('ruth@fernway.example')
    const theirs = (await ruth.call('billing.getBilling')).result.invoices
    expect(theirs.map(({ plan }) => plan)).toEqual(['free', 'pro', 'pro'])
  })
})
