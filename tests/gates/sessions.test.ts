/** A session ends when it is ended, when it has lain idle, and when it is old; never later. */
import { describe, expect, test } from 'vitest'
import { appForFile } from '../support/app'
import { type Caller, callerWith, signIn, trySignIn } from '../support/caller'
import { DEMO_PASSWORD } from '~/features/demo/personas'

const app = appForFile()
const VICTOR = 'victor@larkspur.example'

/** What the server says to this browser now. */
async function standing(caller: Caller): Promise<string> {
  const { status, code } = await caller.call('projects.listProjects')
  return `${status} ${code}`
}
const REFUSED = '401 unauthenticated'

/** Changes the newest session of somebody, as time would. */
async function age(what: string): Promise<void> {
  await app.database.query(
    `update auth.session set ${what} where id = (
       select s.id from auth.session s join auth."user" u on u.id = s.user_id
       where u.email = $1 order by s.created_at desc, s.id desc limit 1)`,
    [VICTOR],
  )
}

describe('attack 3: a session is refused from its next request on', () => {
  test('when its person signed out', async () => {
    const victor = await signIn(app, VICTOR)
    expect(await standing(victor)).toBe('200 ok')
    const answer = await victor.request('/api/auth/sign-out', {
      method: 'POST',
      headers: { origin: app.origin, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(answer.status).toBe(200)
    expect(await standing(victor)).toBe(REFUSED)
  })

  test('when its person ended it from another browser', async () => {
    const [here, there] = [await signIn(app, VICTOR), await signIn(app, VICTOR)]
    const { result } = await there.call('account.listSessions')
    const current = result.find(({ isCurrent }) => isCurrent)
    await here.call('account.revokeSession', { sessionId: current?.id ?? '' })
    expect([await standing(here), await standing(there)]).toEqual(['200 ok', REFUSED])
  })

  test('when its person ended all others', async () => {
    const [here, there] = [await signIn(app, VICTOR), await signIn(app, VICTOR)]
    const { result } = await here.call('account.revokeOtherSessions')
    expect(result.ended).toBeGreaterThan(0)
    expect([await standing(here), await standing(there)]).toEqual(['200 ok', REFUSED])
  })

  test('when its row is gone', async () => {
    const victor = await signIn(app, VICTOR)
    await app.database.query('delete from auth.session')
    expect(await standing(victor)).toBe(REFUSED)
  })
})

describe('a session runs out', () => {
  test('when it has lain idle', async () => {
    const victor = await signIn(app, VICTOR)
    await age(`expires_at = now() - interval '1 second'`)
    expect(await standing(victor)).toBe(REFUSED)
  })

  test('when it is old, however busy it has been', async () => {
    const victor = await signIn(app, VICTOR)
    await age(
      `created_at = now() - interval '14 days 1 second', expires_at = now() + interval '1 day'`,
    )
    expect(await standing(victor)).toBe(REFUSED)
  })

  test('and not before that', async () => {
    const victor = await signIn(app, VICTOR)
    await age(
      `created_at = now() - interval '13 days 23 hours', expires_at = now() + interval '1 hour'`,
    )
    expect(await standing(victor)).toBe('200 ok')
  })

  test('later, when it is used: a request renews what has lain idle for an hour', async () => {
    const victor = await signIn(app, VICTOR)
    await age(`expires_at = now() + interval '1 hour'`)
    const answer = await victor.call('projects.listProjects')
    expect(answer.code).toBe('ok')
    const [cookie = '', ...more] = answer.headers.getSetCookie()
    expect(more).toEqual([])
    expect(cookie.startsWith(`${victor.cookie};`), 'the same session').toBe(true)
    expect(cookie).toMatch(/; Max-Age=86400;.*; HttpOnly; SameSite=Lax/)
    const [row] = await app.database.query<{ renewed: boolean }>(
      `select max(expires_at) > now() + interval '23 hours' as renewed from auth.session s
       join auth."user" u on u.id = s.user_id where u.email = $1
         and s.updated_at > now() - interval '1 minute'`,
      [VICTOR],
    )
    expect(row?.renewed).toBe(true)
  })
})

test('a request of a session that is not due renews nothing', async () => {
  const victor = await signIn(app, VICTOR)
  const answer = await victor.call('projects.listProjects')
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('the list of sessions leaves out those that have run out, of either limit', async () => {
  await app.database.query('delete from auth.session')
  const here = await signIn(app, VICTOR)
  for (const limit of [
    `expires_at = now() - interval '1 second'`,
    `created_at = now() - interval '14 days 1 second', expires_at = now() + interval '1 day'`,
  ]) {
    await signIn(app, VICTOR)
    await age(limit)
  }
  const { result } = await here.call('account.listSessions')
  expect(result.map(({ isCurrent }) => isCurrent)).toEqual([true])
})

describe('attack 4: a session from before sign-in', () => {
  test('is useless after it, and the new one is another', async () => {
    const planted = await signIn(app, VICTOR)
    const victim = await signIn(app, 'editor', { cookie: planted.cookie })
    expect(victim.cookie).not.toBe(planted.cookie)
    expect([await standing(planted), await standing(victim)]).toEqual([REFUSED, '200 ok'])
  })

  test('stays when the sign-in failed', async () => {
    const victor = await signIn(app, VICTOR)
    const failed = await trySignIn(app, VICTOR, 'not the password', { cookie: victor.cookie })
    expect(failed.status).toBe(401)
    expect(await standing(victor)).toBe('200 ok')
  })

  test('that was made up is never taken over', async () => {
    const invented = 'gatehouse.session_token=chosen-by-an-attacker'
    const response = await trySignIn(app, VICTOR, DEMO_PASSWORD, { cookie: invented })
    expect(response.headers.getSetCookie().join()).not.toContain('chosen-by-an-attacker')
    expect(await standing(callerWith(app, invented))).toBe(REFUSED)
  })
})

describe("attack 2: a cookie is nobody's", () => {
  const forgeries: readonly [what: string, forge: (cookie: string) => string][] = [
    [
      'with another token',
      (cookie) => cookie.replace(/=(.)/, (_, first) => (first === 'X' ? '=Y' : '=X')),
    ],
    ['without its signature', (cookie) => cookie.slice(0, cookie.lastIndexOf('.'))],
    ['with an empty signature', (cookie) => cookie.slice(0, cookie.lastIndexOf('.') + 1)],
    ['cut short', (cookie) => cookie.slice(0, -8)],
    ['given twice', (cookie) => `${cookie}; ${cookie}`],
    ['with a second one of the same name', (cookie) => `${cookie}; gatehouse.session_token=x.y`],
    ['under the name for https', (cookie) => `__Secure-${cookie}`],
    ['in chunks', (cookie) => cookie.replace('session_token=', 'session_token.0=')],
    ['of absurd length', (cookie) => `${cookie}${'A'.repeat(7000)}`],
    ['that does not decode', () => 'gatehouse.session_token=%E0%A4%A'],
    ['that is empty', () => 'gatehouse.session_token='],
  ]

  test.each(forgeries)('%s', async (_what, forge) => {
    const victor = await app.as(VICTOR)
    expect(await standing(callerWith(app, forge(victor.cookie)))).toBe(REFUSED)
    expect(await standing(await signIn(app, VICTOR))).toBe('200 ok')
  })
})
