/** Signing in: attempts are counted, and a failure says nothing about the account. */
import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '~/features/demo/personas'
import { appForFile } from '../support/app'
import { trySignIn } from '../support/caller'

const PER_ACCOUNT = 3
const PER_ADDRESS = 12
const app = appForFile({
  SIGN_IN_LIMIT_PER_ACCOUNT: String(PER_ACCOUNT),
  SIGN_IN_LIMIT_PER_ADDRESS: String(PER_ADDRESS),
})

const attempt = (email: string, password: string, headers = {}) =>
  trySignIn(app, email, password, headers)

async function forgetAttempts(): Promise<void> {
  await app.database.query('delete from platform.rate_limits')
}

test('a wrong password and an unknown account get the same answer', async () => {
  const wrong = await attempt('olivia@larkspur.example', 'not the password')
  const unknown = await attempt('nobody@larkspur.example', 'not the password')
  expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
  expect(wrong.status).toBe(401)
  expect(wrong.headers.getSetCookie()).toEqual([])
})

test('signing in answers a cookie that scripts cannot read, and no token', async () => {
  const response = await attempt('olivia@larkspur.example', DEMO_PASSWORD)
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  const [token = ''] = /=([^.;%]+)/.exec(cookie)?.slice(1) ?? []
  expect(token.length).toBeGreaterThan(20)
  expect(await response.text()).not.toContain(token)
})

describe('guessing', () => {
  test('at one account is refused after a few attempts, the right password included', async () => {
    await forgetAttempts()
    for (let guess = 0; guess < PER_ACCOUNT; guess += 1) {
      expect((await attempt('victor@larkspur.example', `guess ${guess}`)).status).toBe(401)
    }
    const refused = await attempt('victor@larkspur.example', DEMO_PASSWORD)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited' } })
    expect(refused.headers.getSetCookie()).toEqual([])
    expect((await attempt('edith@larkspur.example', DEMO_PASSWORD)).status).toBe(200)
  })

  test('counts however the address is written', async () => {
    await forgetAttempts()
    const spellings = [
      'victor@larkspur.example',
      'VICTOR@larkspur.example',
      ' Victor@Larkspur.Example',
    ]
    for (const email of spellings) await attempt(email, 'a guess')
    expect((await attempt('victor@larkspur.example', DEMO_PASSWORD)).status).toBe(429)
  })

  test('at many accounts from one place is refused, whatever place the headers claim', async () => {
    await forgetAttempts()
    for (let guess = 0; guess < PER_ADDRESS; guess += 1) {
      await attempt(`person-${guess}@larkspur.example`, 'winter2026', {
        'x-forwarded-for': `203.0.113.${guess}`,
        'x-gatehouse-client-address': `203.0.113.${guess}`,
      })
    }
    const next = await attempt('edith@larkspur.example', DEMO_PASSWORD, {
      'x-forwarded-for': '203.0.113.200',
    })
    expect(next.status).toBe(429)
  })

  test('leaves no address of a person in the counters', async () => {
    const rows = await app.database.query<{ key: string }>('select key from platform.rate_limits')
    expect(rows.length).toBeGreaterThan(PER_ADDRESS)
    expect(rows.filter(({ key }) => key.includes('@'))).toEqual([])
  })
})

describe('a sign-in that cannot be read is refused before it is counted', () => {
  test.each(['', 'null', '[]', '{"email":7}', '{"password":"x"}', '{"email":', '"text"'])(
    'body: %s',
    async (body) => {
      await forgetAttempts()
      const response = await app.nobody.request('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.origin },
        body,
      })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'malformed_request' } })
      expect(await app.database.query('select key from platform.rate_limits')).toEqual([])
    },
  )
})

describe('one-click sign-in, where this is no demo', () => {
  const inputs = [
    { persona: 'owner' },
    { persona: 'nobody' },
    {},
    'text',
    { persona: 'owner', x: 1 },
  ]

  test.each(inputs)('does not exist, whatever is sent: %j', async (input) => {
    const answer = await app.nobody.attack('demo.signInAs', input)
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('lists nobody', async () => {
    const answer = await app.nobody.call('demo.listPersonas')
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
    expect(answer.body).not.toContain('Olivia')
  })
})
