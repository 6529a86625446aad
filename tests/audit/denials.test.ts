/** Refusals are on record: the first few in full, a flood as a number, each where it belongs. */
import { describe, expect, test } from 'vitest'
import { FERNWAY, LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'

const app = appForFile()

interface Minute {
  readonly minute: string
  readonly counted: number
  readonly rows: number
}

/** What is on record of a person at an entrance, minute by minute. */
function onRecord(userId: string, entrance: string): Promise<Minute[]> {
  return app.database.query<Minute>(
    `select c.minute::text as minute, c.count::int as counted, (select count(*)::int from denials d
       where d.user_id = $1::uuid and d.entrance = $2 and date_trunc('minute', d.at) = c.minute) as rows
     from denial_counts c where c.caller = $1::text and c.entrance = $2 order by 1`,
    [userId, entrance],
  )
}

const total = (minutes: readonly Minute[]) => minutes.reduce((sum, { counted }) => sum + counted, 0)

describe('of one caller at one entrance, in a minute', () => {
  test('all refusals are counted, and the first five are kept in full', async () => {
    const victor = await app.as('viewer')
    for (let turn = 0; turn < 12; turn += 1) {
      expect((await victor.call('audit.listDenials')).code).toBe('forbidden')
    }
    const recorded = () => onRecord(persona('viewer').id, 'audit.listDenials')
    await expect.poll(async () => total(await recorded()), { timeout: 10_000 }).toBe(12)
    for (const { counted, rows } of await recorded()) expect(rows).toBe(Math.min(counted, 5))
  })

  test('another entrance and another person are counted apart', async () => {
    const [victor, edith] = [await app.as('viewer'), await app.as('editor')]
    await victor.call('audit.verifyAuditTrail')
    await edith.call('audit.listDenials')
    expect(total(await onRecord(persona('viewer').id, 'audit.verifyAuditTrail'))).toBe(1)
    expect(total(await onRecord(persona('editor').id, 'audit.listDenials'))).toBe(1)
  })
})

test('a refusal says who, where, what was missing, and nothing that was sent', async () => {
  const bianca = await app.as('billing')
  await bianca.attack('projects.createProject', { name: 'A secret plan' })
  const rows = await app.database.query<{ permission: string }>(
    `select org_id, user_id, entrance, code, permission from denials where user_id = $1`,
    [persona('billing').id],
  )
  expect(rows).toEqual([
    {
      org_id: LARKSPUR,
      user_id: persona('billing').id,
      entrance: 'projects.createProject',
      code: 'forbidden',
      permission: 'projects:write',
    },
  ])
})

test('made-up addresses are one entrance, so that nobody fills the record with them', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    expect((await app.nobody.request(`/_serverFn/made.up${turn}`)).status).toBe(404)
    expect((await app.nobody.request(`/api/auth/made-up-${turn}`)).status).toBe(404)
  }
  const entrances = async () =>
    (
      await app.database.query<{ entrance: string }>(
        `select distinct entrance from denial_counts where entrance ~ 'made|^/_serverFn|^/api/auth'
         order by 1`,
      )
    ).map(({ entrance }) => entrance)
  await expect.poll(entrances, { timeout: 10_000 }).toEqual(['/_serverFn/', '/api/auth/'])
})

test('a page that nobody is signed in for is no denial; the call that it would make is one', async () => {
  const before = await app.database.query<{ id: string }>('select id from denials')
  for (const path of ['/', '/projects']) {
    const page = await app.nobody.request(path, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(307)
    expect(page.headers.get('location')).toContain('/login')
  }
  expect((await app.nobody.call('account.getViewer')).code).toBe('unauthenticated')
  const added = await app.database.query(
    'select entrance, code from denials where id <> all ($1::uuid[])',
    [before.map(({ id }) => id)],
  )
  expect(added).toEqual([{ entrance: 'account.getViewer', code: 'unauthenticated' }])
})

test('mistakes are not refusals: bad input and conflicts are not on record', async () => {
  const olivia = await app.as('owner')
  await olivia.attack('projects.createProject', { name: '' })
  await olivia.call('organizations.deleteOrganization', { confirmName: 'no' })
  const rows = await app.database.query('select * from denials where user_id = $1', [
    persona('owner').id,
  ])
  expect(rows).toEqual([])
})

describe('attack 19: the refusals of an organization', () => {
  test('are listed in that organization alone', async () => {
    const dan = await app.as('dan@fernway.example')
    await dan.call('projects.createProject', { name: 'Not mine to make' })
    const listed = async (who: string) =>
      (await (await app.as(who)).call('audit.listDenials')).result.rows.map(
        ({ entrance, name }) => ({
          entrance,
          name,
        }),
      )
    const [org] = await app.database.query<{ owner: string }>(
      `select u.email as owner from memberships m join auth."user" u on u.id = m.user_id
       join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
       join roles r on r.org_id = m.org_id and r.id = mr.role_id and r.is_owner where m.org_id = $1`,
      [FERNWAY],
    )
    expect(await listed(org?.owner ?? '')).toEqual([
      { entrance: 'projects.createProject', name: 'Dan Whitaker' },
    ])
    const larkspurs = await listed('owner')
    expect(larkspurs.length).toBeGreaterThan(0)
    expect(larkspurs).not.toContainEqual(expect.objectContaining({ name: 'Dan Whitaker' }))
  })

  test('of nobody in particular are listed in none', async () => {
    await app.nobody.call('billing.getBilling')
    const rows = await app.database.query<{ org_id: string | null }>(
      `select org_id from denials where entrance = 'billing.getBilling'`,
    )
    expect(rows).toEqual([{ org_id: null }])
    const olivia = await app.as('owner')
    const listed = (await olivia.call('audit.listDenials')).result.rows.map(
      ({ entrance }) => entrance,
    )
    expect(listed).not.toContain('billing.getBilling')
  })
})
