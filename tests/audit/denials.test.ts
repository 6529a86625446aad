/** Refusals are on record: the first few in full, a flood as a number, each where it belongs. */
import { describe, expect, test } from 'vitest'
import { FERNWAY, LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { trySignIn } from '../support/caller'

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

describe('nobody fills the record', () => {
  /** The entrances on record for an address; anonymous callers are known by theirs. */
  const entrancesOf = async (caller: string) =>
    (
      await app.database.query<{ entrance: string }>(
        'select distinct entrance from denial_counts where caller = $1 order by 1',
        [caller],
      )
    ).map(({ entrance }) => entrance)

  /** As srvx hands a request over: with the address of the connection. */
  const from = (ip: string, path: string) => {
    const request = new Request(app.origin + path, { headers: { origin: 'http://evil.example' } })
    return app.send(Object.defineProperty(request, 'ip', { value: ip }))
  }

  test('with made-up addresses: they are one entrance, and show nothing that was in them', async () => {
    const caller = '192.0.2.1'
    for (let turn = 0; turn < 8; turn += 1) {
      const codes = [
        await from(caller, `/_serverFn/made.up${turn}`),
        await from(caller, `/api/auth/made-up-${turn}`),
        await from(caller, `/made-up-${turn}`),
        await from(caller, `/reset/secret-${turn}`),
        await from(caller, '/api/audit-export'),
      ].map(({ status }) => status)
      expect(codes).toEqual([403, 403, 403, 403, 403])
      expect((await from(caller, `/%5FserverFn/made.up${turn}`)).status).toBe(404)
    }
    await expect
      .poll(() => entrancesOf(caller), { timeout: 10_000 })
      .toEqual(['/*', '/_serverFn/', '/api/audit-export', '/api/auth/'])
  })

  test('from the addresses of one network: they are one caller', async () => {
    for (let host = 1; host <= 4; host += 1) {
      expect((await from(`2001:db8:0:7::${host}`, '/')).status).toBe(403)
    }
    const rows = await app.database.query<{ caller: string; count: number }>(
      `select caller, sum(count)::int as count from denial_counts
       where caller like '2001:%' group by caller`,
    )
    expect(rows).toEqual([{ caller: '2001:db8:0:7', count: 4 }])
  })
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

test('too many attempts are a denial too', async () => {
  const tryOnce = async () => (await trySignIn(app, 'victor@larkspur.example', 'wrong')).status
  expect(await tryOnce()).toBe(401)
  await app.database.query(`update platform.rate_limits set points = 1000000`)
  expect(await tryOnce()).toBe(429)
  const rows = await app.database.query(
    `select code, entrance from denials where code = 'rate_limited'`,
  )
  expect(rows).toEqual([{ code: 'rate_limited', entrance: '/api/auth/sign-in/email' }])
})
