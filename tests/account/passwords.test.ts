/** Passwords: replaced through a mail, changed by who knows the old one; either ends what was open. */
import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '~/features/demo/personas'
import { LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { type Caller, callerWith, signIn, trySignIn } from '../support/caller'
import { kindsOfMailsTo, tokenMailedTo } from '../support/mails'
import { signInWith } from '../support/sign-in-with'

// A full pool answers 503; here everybody is to get as far as the token.
const app = appForFile()
const NEW_PASSWORD = 'long-enough-to-be-one'

const requestReset = (email: string) => app.nobody.call('account.requestReset', { email })
const reset = (token: string, password = NEW_PASSWORD) =>
  app.nobody.call('account.resetPassword', { token, password })
const change = (caller: Caller, currentPassword: string, newPassword = NEW_PASSWORD) =>
  caller.call('account.changePassword', { currentPassword, newPassword })

const isIn = async (caller: Caller) => (await caller.call('account.getViewer')).status === 200

async function eventsOf(email: string): Promise<string[]> {
  const rows = await app.database.query<{ action: string }>(
    `select e.action from account_events e join auth."user" u on u.id = e.user_id
     where u.email = $1 and e.action like 'account.%' and e.action not like 'account.session%'
     order by e.at, e.action`,
    [email],
  )
  return rows.map(({ action }) => action)
}

describe('a forgotten password', () => {
  test('is replaced by the link of a mail, and every session ends', async () => {
    const email = 'victor@larkspur.example'
    const [here, there] = [await signIn(app, email), await signIn(app, email)]
    expect((await requestReset(email)).code).toBe('ok')
    expect((await reset(await tokenMailedTo(app.database, email))).code).toBe('ok')
    expect([await isIn(here), await isIn(there)]).toEqual([false, false])
    expect((await trySignIn(app, email, DEMO_PASSWORD)).status).toBe(401)
    await signInWith(app, email, NEW_PASSWORD)
    expect(await eventsOf(email)).toEqual(['account.setPassword'])
    expect(await kindsOfMailsTo(app.database, email)).toEqual(['reset', 'password-changed'])
  })

  test('of an unknown address gets the same answer, and a mail that says so', async () => {
    const [known, unknown] = [
      await requestReset('edith@larkspur.example'),
      await requestReset('nobody@new.example'),
    ]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
    expect(await kindsOfMailsTo(app.database, 'nobody@new.example')).toEqual(['no-account'])
  })

  test('confirms the address of who has signed up and never confirmed it', async () => {
    const email = 'rita@new.example'
    await app.nobody.call('account.signUp', { name: 'Rita', email, password: DEMO_PASSWORD })
    await requestReset(email)
    expect((await reset(await tokenMailedTo(app.database, email))).code).toBe('ok')
    await signInWith(app, email, NEW_PASSWORD)
    expect(await eventsOf(email)).toContain('account.confirmAddress')
  })
})

describe('the link of a reset', () => {
  const email = 'edith@larkspur.example'

  test('works once, of twenty at once too', async () => {
    await requestReset(email)
    const token = await tokenMailedTo(app.database, email)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => reset(token, `${NEW_PASSWORD}-${index}`)),
    )
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['ok', 'not_found']))
    expect((await reset(token)).code).toBe('not_found')
  })

  test('ends after an hour', async () => {
    await requestReset(email)
    await app.database.query(
      `update auth.verification set expires_at = expires_at - interval '1 hour'`,
    )
    expect((await reset(await tokenMailedTo(app.database, email))).code).toBe('not_found')
  })

  test('cannot be made from what the database keeps of it', async () => {
    await requestReset(email)
    const token = await tokenMailedTo(app.database, email)
    const rows = await app.database.query<{ identifier: string; all: string }>(
      'select identifier, v::text as all from auth.verification v',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { identifier, all } of rows) {
      expect(all).not.toContain(token)
      expect((await reset(identifier)).code).toBe('not_found')
    }
    const jobs = await app.database.query<{ all: string }>(
      'select j::text as all from pgboss.job j',
    )
    expect(jobs.filter(({ all }) => all.includes(token))).toEqual([])
  })

  test('leaves everything as it was when the password is too short', async () => {
    await requestReset(email)
    const token = await tokenMailedTo(app.database, email)
    expect((await reset(token, 'short')).code).toBe('invalid_input')
    expect((await reset(token)).code).toBe('ok')
  })

  test('leaves everything as it was, itself included, when the change can’t be recorded', async () => {
    await requestReset(email)
    const token = await tokenMailedTo(app.database, email)
    const session = await signInWith(app, email, NEW_PASSWORD)
    await app.database.query('revoke insert on account_events from gatehouse_app')
    expect((await reset(token, `${NEW_PASSWORD}-unrecorded`)).status).toBe(500)
    await app.database.query('grant insert on account_events to gatehouse_app')
    expect(await isIn(session)).toBe(true)
    expect((await reset(token)).code).toBe('ok')
  })
})

describe('changing one’s password', () => {
  test('ends all other sessions, and goes on with another token where it was', async () => {
    const email = 'carla@consulting.example'
    const [here, there] = [await signIn(app, email), await signIn(app, email)]
    const { result: viewer } = await here.call('account.getViewer')
    const other = viewer.organization?.id === LARKSPUR ? TIDEWATER : LARKSPUR
    await here.call('organizations.switchOrganization', { organizationId: other })
    const answer = await change(here, DEMO_PASSWORD)
    expect(answer.code).toBe('ok')
    expect([await isIn(here), await isIn(there)]).toEqual([false, false])
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    const after = callerWith(app, cookies.join('; '))
    expect((await after.call('account.getViewer')).result.organization?.id).toBe(other)
    expect(await eventsOf(email)).toEqual(['account.setPassword'])
    expect(await kindsOfMailsTo(app.database, email)).toEqual(['password-changed'])
    expect(answer.body).not.toMatch(/token/i)
  })

  test('takes the old one; a wrong one changes nothing', async () => {
    const tomas = await app.as('tomas@larkspur.example')
    const refused = await change(tomas, 'not-their-password')
    expect(refused.code).toBe('invalid_input')
    expect(refused.body).toContain('currentPassword')
    expect(refused.headers.getSetCookie()).toEqual([])
    expect(await isIn(tomas)).toBe(true)
    expect((await trySignIn(app, 'tomas@larkspur.example', NEW_PASSWORD)).status).toBe(401)
  })
})
