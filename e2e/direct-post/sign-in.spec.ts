/**
 * The front door, which nobody has a session for. Who knows a password gets in, once it is our own
 * page that asks, and not too often; nobody learns who has an account.
 */
import { ACCOUNTS, PASSWORD } from '../harness/people.ts'
import { cookieOf, trySignIn } from '../harness/sign-in.ts'
import type { Answer } from '../harness/http.ts'
import { comparable } from './comparable.ts'
import { NOTED } from './expectations/row.ts'
import { expect, test } from './fixtures.ts'
import { type Outcome, expectOutcome } from './outcome.ts'
import { countByTable, restoring } from './restoring.ts'
import { sampleCall, subjectOf } from './subjects.ts'
import { ATTEMPTS } from '../harness/tables.ts'
import type { Target } from './target.ts'

const VIEWER = { email: ACCOUNTS.viewer.email, password: PASSWORD }
const PATH = '/api/auth/sign-in/email'

test('signing in makes one session, and no script can read its token', async ({ target }) => {
  const answers: Answer[] = []
  const made = await restoring(target, async () => {
    answers.push(await signIn(target, VIEWER))
  })
  expect(countByTable(made)).toEqual({ 'auth.session': 1, [NOTED.table]: 1, [ATTEMPTS]: 3 })
  const [answer] = answers
  expect(answer?.body).toBe('{"ok":true}')
  expect(answer?.cookies).toHaveLength(1)
  expect(answer?.cookies[0]).toMatch(/; HttpOnly.*; SameSite=Lax/i)
})

test('a wrong password and an unknown account answer alike, byte for byte', async ({ target }) => {
  await restoring(target, async () => {
    const wrong = await signIn(
      target,
      { ...VIEWER, password: 'not-their-password' },
      'unauthenticated',
    )
    const unknown = await signIn(target, { ...VIEWER, email: 'no@body.example' }, 'unauthenticated')
    expect(comparable(wrong)).toEqual(comparable(unknown))
    expect(wrong.cookies).toEqual([])
  })
})

test('attempts are counted and nothing else changes when they fail (2)', async ({ target }) => {
  const made = await restoring(target, async () => {
    await signIn(target, { ...VIEWER, password: 'not-their-password' }, 'unauthenticated')
  })
  expect(countByTable(made)).toEqual({ [ATTEMPTS]: 3 })
})

test('another site cannot sign anybody in (7, 8)', async ({ target }) => {
  const attempts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a foreign Origin': { origin: 'http://evil.example' },
    'an opaque Origin': { origin: 'null' },
    'a cross-site request': { 'sec-fetch-site': 'cross-site' },
    'a sibling host': { 'sec-fetch-site': 'same-site' },
  }
  for (const [name, headers] of Object.entries(attempts)) {
    expectOutcome(await trySignIn(target.server.port, VIEWER, headers), 'csrf', `${PATH}, ${name}`)
  }
  const misdirected = await trySignIn(target.server.port, VIEWER, { host: 'evil.example' })
  expectOutcome(misdirected, 'misdirected_request', `${PATH}, a foreign Host`)
})

test('what is no sign-in is refused as such (10, 11)', async ({ target }) => {
  const headers = { origin: target.server.origin, 'content-type': 'application/json' }
  const bodies = ['', '{', 'null', '[]', '{"email":1}', '{"email":{"$ne":""},"password":"x"}']
  for (const body of bodies) {
    const answer = await target.send({ method: 'POST', path: PATH, headers, body })
    expectOutcome(answer, 'malformed_request', `${PATH} with ${body}`)
  }
  const body = Buffer.alloc(513 * 1024, 'x')
  for (const chunked of [false, true]) {
    const answer = await target.send({ method: 'POST', path: PATH, headers, body, chunked })
    expect(answer.status, `${PATH}, beyond the limit`).toBe(413)
  }
})

test('keys that nobody asked for choose no tenant and no destination (15)', async ({ target }) => {
  const made = await restoring(target, async () => {
    const answer = await signIn(target, {
      ...VIEWER,
      activeOrganizationId: '01900000-0000-7000-8000-000000001002',
      userId: ACCOUNTS.owner.userId,
    })
    expect(answer.headers).not.toHaveProperty('location')
  })
  const session = made.find(({ table }) => table === 'auth.session')?.after ?? '{}'
  expect(JSON.parse(session)).toMatchObject({
    user_id: ACCOUNTS.viewer.userId,
    active_organization_id: ACCOUNTS.viewer.organization,
  })
})

test('the session from before signing in is of no use after it (4)', async ({ target }) => {
  await restoring(target, async () => {
    const before = cookieOf(await signIn(target, VIEWER))
    expectOutcome(await whoAmI(target, before), 'ok', 'the first session')
    const after = cookieOf(await signIn(target, VIEWER, 'ok', { cookie: before }))
    expect(after).not.toBe(before)
    expectOutcome(await whoAmI(target, before), 'unauthenticated', 'the session from before')
    expectOutcome(await whoAmI(target, after), 'ok', 'the new session')
  })
})

test('a session that somebody planted is not taken over (4)', async ({ target }) => {
  await restoring(target, async () => {
    const planted = 'gatehouse.session_token=planted'
    const answer = await signIn(target, VIEWER, 'ok', { cookie: planted })
    expect(cookieOf(answer)).not.toContain('planted')
    expectOutcome(await whoAmI(target, planted), 'unauthenticated', 'the planted session')
  })
})

test('guessing stops at the limit, wherever the guesses claim to come from (8)', async ({
  target,
}) => {
  const { email } = ACCOUNTS.guessed
  await restoring(target, async () => {
    for (let guess = 1; guess <= 10; guess += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${guess}` }
      await signIn(target, { email, password: `guess-number-${guess}` }, 'unauthenticated', headers)
    }
    const next = await signIn(target, { email, password: PASSWORD }, 'rate_limited')
    expect(Number(next.headers['retry-after'])).toBeGreaterThan(0)
    await signIn(target, { email: email.toUpperCase(), password: PASSWORD }, 'rate_limited')
    await signIn(target, VIEWER)
  })
})

test('signing out ends the session at once, and no other (3)', async ({ target }) => {
  const made = await restoring(target, async () => {
    const headers = {
      origin: target.server.origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...target.cookies('viewer'),
    }
    const path = '/api/auth/sign-out'
    const foreign = { ...headers, 'sec-fetch-site': 'cross-site' }
    const forced = await target.send({ method: 'POST', path, headers: foreign, body: '{}' })
    expectOutcome(forced, 'csrf', `${path} from another site`)
    expectOutcome(await target.send({ method: 'POST', path, headers, body: '{}' }), 'ok', path)
    const after = await whoAmI(target, target.cookies('viewer').cookie ?? '')
    expectOutcome(after, 'unauthenticated', 'the session that was signed out')
  })
  expect(countByTable(made)).toEqual({ 'auth.session': 1, [NOTED.table]: 1 })
})

async function signIn(
  target: Target,
  body: Readonly<Record<string, unknown>>,
  outcome: Outcome = 'ok',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await trySignIn(target.server.port, body, headers)
  expectOutcome(answer, outcome, `${PATH} as ${String(body.email)}`)
  return answer
}

async function whoAmI(target: Target, cookie: string): Promise<Answer> {
  const subject = subjectOf('account.getViewer')
  return target.send(await sampleCall(subject, target, 'anonymous', { cookie }))
}
