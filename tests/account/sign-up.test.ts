/** Signing up: nobody learns who has an account, and an account is of no use before its address is confirmed. */
import { describe, expect, test } from 'vitest'
import { appForFile } from '../support/app'
import { callerWith, trySignIn } from '../support/caller'
import { kindsOfMailsTo, mailsTo, tokenMailedTo } from '../support/mails'
import { signInWith } from '../support/sign-in-with'

const app = appForFile()
const PASSWORD = 'long-enough-to-be-one'
const OTHER_PASSWORD = 'another-long-enough-one'
const KNOWN = 'victor@larkspur.example'

const signUp = (email: string, password = PASSWORD, more: Readonly<Record<string, unknown>> = {}) =>
  app.nobody.attack('account.signUp', { name: 'New Person', email, password, ...more })

const confirm = (token: string, password = PASSWORD) =>
  app.nobody.call('account.confirmAddress', { token, password })

async function accountOf(email: string) {
  const rows = await app.database.query<{ id: string; verified: boolean; name: string }>(
    'select id, email_verified as verified, name from auth."user" where email = $1',
    [email],
  )
  expect(rows.length).toBeLessThan(2)
  return rows[0]
}

async function eventsOf(email: string): Promise<string[]> {
  const rows = await app.database.query<{ action: string }>(
    `select e.action from account_events e join auth."user" u on u.id = e.user_id
     where u.email = $1 and e.action not like 'account.session%' order by e.at, e.action`,
    [email],
  )
  return rows.map(({ action }) => action)
}

test('who signs up confirms the address, is signed in, and founds an organization', async () => {
  const email = 'nora@new.example'
  expect((await signUp('Nora@New.Example')).code).toBe('ok')
  expect(await accountOf(email)).toMatchObject({ verified: false, name: 'New Person' })
  const refused = await trySignIn(app, email, PASSWORD)
  expect([refused.status, await refused.json()]).toEqual([
    403,
    { error: { code: 'forbidden', message: 'Confirm your email address first.' } },
  ])
  const confirmed = await confirm(await tokenMailedTo(app.database, email))
  expect(confirmed.code).toBe('ok')
  const cookie = confirmed.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const nora = callerWith(app, cookie.join('; '))
  expect((await nora.call('account.getViewer')).result).toMatchObject({ email, organization: null })
  const made = await nora.call('organizations.createOrganization', { name: 'Nora Works' })
  expect(made.code).toBe('ok')
  expect((await nora.call('account.getViewer')).result.roles).toEqual([
    { key: 'owner', name: 'Owner' },
  ])
  expect(await eventsOf(email)).toEqual([
    'account.signUp',
    'account.confirmAddress',
    'organizations.switchOrganization',
  ])
})

describe('nobody learns who has an account:', () => {
  test('signing up with a known address is answered as with an unknown one', async () => {
    const [known, unknown] = [await signUp(KNOWN), await signUp('una@new.example')]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
    expect(await kindsOfMailsTo(app.database, KNOWN)).toEqual(['already-signed-up'])
    expect((await trySignIn(app, KNOWN, PASSWORD)).status).toBe(401)
  })

  test('asking for the mail again is answered alike for all, and sent to who waits for it', async () => {
    await signUp('ulf@new.example')
    const answers = await Promise.all(
      ['ulf@new.example', KNOWN, 'nobody@new.example'].map((email) =>
        app.nobody.call('account.sendConfirmation', { email }),
      ),
    )
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1)
    expect(await kindsOfMailsTo(app.database, 'ulf@new.example')).toEqual(['sign-up', 'sign-up'])
    expect(await kindsOfMailsTo(app.database, 'nobody@new.example')).toEqual([])
  })

  test('a wrong password for an unconfirmed account says no more than any', async () => {
    await signUp('wes@new.example')
    const [wrong, unknown] = [
      await trySignIn(app, 'wes@new.example', OTHER_PASSWORD),
      await trySignIn(app, 'wendy@new.example', OTHER_PASSWORD),
    ]
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
  })

  test('of ten who sign up with one address at once, all get the same answer', async () => {
    const email = 'tess@new.example'
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(email)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect((await confirm(await tokenMailedTo(app.database, email))).code).toBe('ok')
  })
})

describe('a stranger who signs up with somebody’s address', () => {
  test('gets no account that the person’s click opens', async () => {
    const email = 'vera@new.example'
    await signUp(email, 'the-password-of-a-stranger')
    const clicked = await confirm(await tokenMailedTo(app.database, email))
    expect(clicked.code).toBe('invalid_input')
    expect(clicked.headers.getSetCookie()).toEqual([])
    expect(await accountOf(email)).toMatchObject({ verified: false })
  })

  test('keeps nobody from it: the next to sign up takes its place', async () => {
    const email = 'vito@new.example'
    await signUp(email, 'the-password-of-a-stranger')
    const [first] = await mailsTo(app.database, email)
    await signUp(email)
    const stale = first?.path.split('/').at(-1) ?? ''
    expect((await confirm(stale)).code).toBe('not_found')
    expect((await confirm(stale, 'the-password-of-a-stranger')).code).toBe('invalid_input')
    expect((await confirm(await tokenMailedTo(app.database, email))).code).toBe('ok')
    expect((await trySignIn(app, email, 'the-password-of-a-stranger')).status).toBe(401)
  })

  test('keeps nobody from an invitation to it', async () => {
    const email = 'ines@new.example'
    await signUp(email, 'the-password-of-a-stranger')
    const owner = await app.as('owner')
    const roles = await owner.call('roles.listRoles')
    const roleId = roles.result.find(({ key }) => key === 'viewer')?.id ?? ''
    await owner.call('invitations.inviteMember', { email, roleId })
    const token = await tokenMailedTo(app.database, email)
    const preview = await app.nobody.call('invitations.previewInvitation', { token })
    expect(preview.result.hasAccount).toBe(false)
    const joined = await app.nobody.call('invitations.joinAsNewPerson', {
      token,
      name: 'Ines',
      password: PASSWORD,
    })
    expect(joined.code).toBe('ok')
    await signInWith(app, email, PASSWORD)
    expect((await trySignIn(app, email, 'the-password-of-a-stranger')).status).toBe(401)
  })

  test('never deletes an account that is a member’s, however it came to be unconfirmed', async () => {
    await app.database.query('update auth."user" set email_verified = false where email = $1', [
      KNOWN,
    ])
    const before = await accountOf(KNOWN)
    expect((await signUp(KNOWN)).code).toBe('ok')
    expect(await accountOf(KNOWN)).toEqual(before)
    await app.database.query('update auth."user" set email_verified = true where email = $1', [
      KNOWN,
    ])
  })
})

describe('the link', () => {
  test('is no good when it is altered, made up, or another kind of token', async () => {
    const email = 'lina@new.example'
    await signUp(email)
    const token = await tokenMailedTo(app.database, email)
    const [head = '', , mac = ''] = token.split('.')
    const claims = Buffer.from(JSON.stringify({ email: KNOWN, exp: 4_102_444_800 }))
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const forged = [
      `${head}.${claims.toString('base64url')}.${mac}`,
      `${none}.${claims.toString('base64url')}.`,
      token.slice(0, -2),
      'a-token-that-opens-nothing',
    ]
    for (const one of forged) expect((await confirm(one)).code, one).toBe('not_found')
    expect(await accountOf(email)).toMatchObject({ verified: false })
  })

  test('works again for who knows the password, and only signs in', async () => {
    const email = 'lars@new.example'
    await signUp(email)
    const token = await tokenMailedTo(app.database, email)
    expect((await confirm(token)).code).toBe('ok')
    expect((await confirm(token)).code).toBe('ok')
    expect((await confirm(token, OTHER_PASSWORD)).code).toBe('invalid_input')
    expect((await eventsOf(email)).filter((action) => action === 'account.confirmAddress')).toEqual(
      ['account.confirmAddress'],
    )
  })
})

test('attack 15: what nobody asked for is refused, and nothing comes of it', async () => {
  const forged = [
    { role: 'owner' },
    { emailVerified: true },
    { activeOrganizationId: '01900000-0000-7000-8000-000000001001' },
    { id: '01900000-0000-7000-8000-000000002001' },
    { callbackURL: 'https://evil.example' },
    { image: 'x' },
  ]
  for (const more of forged) {
    const answer = await signUp('faye@new.example', PASSWORD, more)
    expect(answer.code, JSON.stringify(more)).toBe('invalid_input')
  }
  expect(await accountOf('faye@new.example')).toBeUndefined()
})

test('a password is long, and an address is one', async () => {
  for (const password of ['', 'short', 'eleven-long', 'x'.repeat(129)]) {
    expect((await signUp('pat@new.example', password)).code).toBe('invalid_input')
  }
  for (const email of [
    '',
    'pat',
    'pat@',
    `${'x'.repeat(250)}@new.example`,
    'a@b.example, c@d.example',
  ]) {
    expect((await signUp(email)).code, email).toBe('invalid_input')
  }
})
