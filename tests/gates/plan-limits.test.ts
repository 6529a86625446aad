/** What the plan allows is a question of its own, asked after what the person may. */
import { beforeAll, describe, expect, test } from 'vitest'
import { PLANS } from '~/authz'
import { TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { type Caller, signIn } from '../support/caller'
import { digestOf } from '../support/digest'

const app = appForFile()
const LIMIT = PLANS.free.limits.projects

const create = (caller: Caller, name: string) => caller.call('projects.createProject', { name })

async function projectsIn(organizationId: string): Promise<number> {
  const [row] = await app.database.query<{ rows: number }>(
    'select count(*)::int as rows from projects where org_id = $1',
    [organizationId],
  )
  return row?.rows ?? -1
}

describe('an organization on the smallest plan', () => {
  let otto: Caller // founds it
  let organizationId: string

  beforeAll(async () => {
    otto = await app.as('outsider')
    organizationId = (await otto.call('organizations.createOrganization', { name: 'Small' })).result
      .id
  })

  test('attack 28: twenty creates at once, at one below the limit, make exactly one', async () => {
    for (let made = 0; made < LIMIT - 1; made += 1) await create(otto, `Project ${made}`)
    expect(await projectsIn(organizationId)).toBe(LIMIT - 1)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => create(otto, `At once ${turn}`)),
    )
    const codes = answers.map(({ code }) => code)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'quota_exceeded')).toHaveLength(19)
    expect(await projectsIn(organizationId)).toBe(LIMIT)
  })

  test('at its limit is told which plan has room, and nothing is made', async () => {
    const before = await digestOf(app.database)
    const { status, refusal } = await create(otto, 'One too many')
    expect(status).toBe(402)
    expect(refusal).toMatchObject({
      code: 'quota_exceeded',
      details: { limit: 'projects', plan: 'pro' },
    })
    expect(await digestOf(app.database)).toEqual(before)
  })

  test('attack 28: has room on a larger plan, and back on the smaller one keeps what it has and makes no more', async () => {
    await otto.call('billing.changePlan', { plan: 'pro' })
    expect((await create(otto, 'With more room')).code).toBe('ok')
    await otto.call('billing.changePlan', { plan: 'free' })
    expect((await create(otto, 'Too many')).code).toBe('quota_exceeded')
    expect(await projectsIn(organizationId)).toBe(LIMIT + 1)
    const [project] = (await otto.call('projects.listProjects')).result.rows
    await otto.call('projects.deleteProject', { projectId: project?.id ?? '' })
    expect((await create(otto, 'Still too many')).code).toBe('quota_exceeded')
  })

  test('may have as many more as the limit says, in another organization', async () => {
    const second = await signIn(app, 'outsider')
    const made = await second.call('organizations.createOrganization', { name: 'Second' })
    expect((await create(second, 'In the second')).code).toBe('ok')
    expect(await projectsIn(made.result.id)).toBe(1)
  })
})

test('who may not make one is told so, and nothing of the plan that is full', async () => {
  const dan = await app.as('dan@fernway.example') // only reads there
  const refused = await create(dan, 'Not mine to make')
  expect(refused.refusal).toMatchObject({ code: 'forbidden' })
  const full = (await dan.call('billing.getRoom')).result
  expect(full.full.map(({ quota }) => quota)).toContain('projects')
  expect(full.changers).toEqual(['Ruth Abara'])
  expect(JSON.stringify(full)).not.toMatch(/used|limit/)
})

describe('the export of the audit log', () => {
  const exportIn = async (caller: Caller) => (await caller.request('/api/audit-export')).status

  test('is refused where the plan does not include it, with the plan that does', async () => {
    const ines = await app.as('ines@tidewater.example')
    const refused = await ines.request('/api/audit-export')
    expect(refused.status).toBe(402)
    expect(await refused.json()).toMatchObject({
      error: { code: 'feature_not_in_plan', limit: 'audit-export', plan: 'enterprise' },
    })
    await ines.call('billing.changePlan', { plan: 'enterprise' })
    expect(await exportIn(ines)).toBe(200)
    await ines.call('billing.changePlan', { plan: 'pro' })
    expect(await exportIn(ines)).toBe(402)
  })

  test('is refused for want of the permission first, whatever the plan', async () => {
    const pavel = await app.as('pavel@tidewater.example') // only reads
    expect(await exportIn(pavel)).toBe(403)
    expect(await exportIn(await app.as('viewer'))).toBe(403)
    expect(await exportIn(app.nobody)).toBe(401)
  })
})

test('a plan that nobody sells cannot be chosen, nor be in the database', async () => {
  const ines = await app.as('ines@tidewater.example')
  const answer = await ines.attack('billing.changePlan', { plan: 'unlimited' })
  expect(answer.code).toBe('invalid_input')
  await expect(
    app.database.query(`update organizations set plan = 'unlimited' where id = $1`, [TIDEWATER]),
  ).rejects.toThrow(/organizations_plan/)
})
