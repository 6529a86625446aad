/** What makes us mail somebody, or tries a password, is counted as signing in is. */
import { beforeEach, describe, expect, test } from 'vitest'
import { appForFile } from '../support/app'
import { callerWith } from '../support/caller'
import { kindsOfMailsTo } from '../support/mails'

const PER_ACCOUNT = 3
const PER_ADDRESS = 12
const app = appForFile({
  SIGN_IN_LIMIT_PER_ACCOUNT: String(PER_ACCOUNT),
  SIGN_IN_LIMIT_PER_ADDRESS: String(PER_ADDRESS),
})
const PASSWORD = 'long-enough-to-be-one'

beforeEach(async () => {
  await app.database.query('delete from platform.rate_limits')
})

const codes = async (calls: readonly (() => Promise<{ code: string }>)[]) => {
  const answers: string[] = []
  for (const call of calls) answers.push((await call()).code)
  return answers
}

const times = <Value>(count: number, value: Value): Value[] =>
  Array.from({ length: count }, () => value)

test.each(['victor@larkspur.example', 'nobody@new.example'])(
  'mails to %s stop at the limit, whichever form asks for them',
  async (email) => {
    const asked = [
      () => app.nobody.call('account.requestReset', { email }),
      () => app.nobody.call('account.signUp', { name: 'X', email, password: PASSWORD }),
      () => app.nobody.call('account.sendConfirmation', { email }),
      () => app.nobody.call('account.requestReset', { email: email.toUpperCase() }),
    ]
    expect(await codes(asked)).toEqual(['ok', 'ok', 'ok', 'rate_limited'])
  },
)

test('one address is mailed ten times, whoever asks, and nobody is told', async () => {
  const email = 'much@mailed.example'
  for (let asker = 0; asker < 12; asker += 1) {
    // As if each came from another network.
    await app.database.query('delete from platform.rate_limits where key not like $1', [
      'recipient%',
    ])
    expect((await app.nobody.call('account.requestReset', { email })).code).toBe('ok')
  }
  expect(await kindsOfMailsTo(app.database, email)).toEqual(times(10, 'no-account'))
})

test('guessing at the current password stops where guessing at the front door does', async () => {
  const guess = async () =>
    (await app.as('editor')).call('account.changePassword', {
      currentPassword: 'a-guess',
      newPassword: PASSWORD,
    })
  await app.as('editor')
  await app.database.query('delete from platform.rate_limits')
  expect(await codes(times(PER_ACCOUNT + 1, guess))).toEqual([
    ...times(PER_ACCOUNT, 'invalid_input'),
    'rate_limited',
  ])
})

test('made-up tokens of a reset count against the address that sends them', async () => {
  const guess = () =>
    app.nobody.call('account.resetPassword', {
      token: 'a-token-that-opens-nothing',
      password: PASSWORD,
    })
  expect(await codes(times(PER_ADDRESS + 1, guess))).toEqual([
    ...times(PER_ADDRESS, 'not_found'),
    'rate_limited',
  ])
})

describe('the addresses of one network of IPv6 are one place', () => {
  /** As srvx hands a request over: with the address of the connection. */
  const from = (ip: string) =>
    callerWith({
      origin: app.origin,
      send: (request) => app.send(Object.defineProperty(request, 'ip', { value: ip })),
    })
  const here = (host: number) => from(`2001:db8:1:2::${host}`)
  const elsewhere = from('2001:db8:1:3::1')

  test('for mails to one recipient', async () => {
    const ask = { email: 'nobody@new.example' }
    const asked = [1, 2, 3, 4].map((host) => () => here(host).call('account.requestReset', ask))
    expect(await codes(asked)).toEqual([...times(PER_ACCOUNT, 'ok'), 'rate_limited'])
    expect((await elsewhere.call('account.requestReset', ask)).code).toBe('ok')
  })

  test('for mails to many, and for made-up tokens', async () => {
    const mails = Array.from({ length: PER_ADDRESS }, (_, host) => () => {
      const email = `nobody-${host}@new.example`
      return here(host + 1).call('account.requestReset', { email })
    })
    expect(await codes(mails)).toEqual(times(PER_ADDRESS, 'ok'))
    const email = 'one-more@new.example'
    expect((await here(99).call('account.requestReset', { email })).code).toBe('rate_limited')
    const guess = { token: 'a-token-that-opens-nothing', password: PASSWORD }
    expect((await here(100).call('account.resetPassword', guess)).code).toBe('rate_limited')
    expect((await elsewhere.call('account.resetPassword', guess)).code).toBe('not_found')
  })
})
