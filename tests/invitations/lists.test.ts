/** Lists of people to invite: what is said beforehand is what happens, and each line passes the same checks. */
import { describe, expect, test } from 'vitest'
import { PLANS } from '~/authz'
import { MOST_AT_ONCE, MOST_LINES } from '~/features/invitations/invitation-list'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { digestOf } from '../support/digest'
import { holdLock } from '../support/locks'
import { kindsOfMailsTo } from '../support/mails'

const app = appForFile()

const check = async (list: string, as: 'owner' | 'admin' = 'owner') =>
  (await app.as(as)).call('invitations.checkInvitationList', { list })

const send = async (
  invitations: { email: string; role: string }[],
  as: 'owner' | 'admin' = 'owner',
) => (await app.as(as)).call('invitations.inviteFromList', { invitations })

async function openInvitations(): Promise<string[]> {
  const rows = await app.database.query<{ email: string; role: string }>(
    `select i.email, r.key as role from invitations i
     join roles r on r.org_id = i.org_id and r.id = i.role_id
     where i.org_id = $1 and i.status = 'pending' order by i.email`,
    [LARKSPUR],
  )
  return rows.map(({ email, role }) => `${email} ${role}`)
}

/** As if all that was sent had been sent yesterday: so many are sent within an hour. */
async function anHourLater(): Promise<void> {
  await app.database.query('delete from platform.rate_limits')
}

const MIXED = [
  'Email;Role',
  'anna@list.example;Editor',
  '"BERT@list.example"; viewer',
  '',
  'carl@list.example',
  'anna@list.example;Viewer',
  'victor@larkspur.example;Viewer',
  'no address;Viewer',
  'dora@list.example;Emperor',
  'emil@list.example;Owner',
].join('\r\n')

const OUTCOMES = [
  [2, 'invited'],
  [3, 'invited'],
  [5, 'invited'],
  [6, 'twice'],
  [7, 'member'],
  [8, 'invalid'],
  [9, 'unknown_role'],
  [10, 'not_grantable'],
]

describe('a list', () => {
  test('is answered line by line, and nothing has happened', async () => {
    const before = await openInvitations()
    const [mails] = await app.database.query('select count(*) from pgboss.job')
    const answer = await check(MIXED, 'admin')
    expect(answer.result.map(({ line, outcome }) => [line, outcome])).toEqual(OUTCOMES)
    expect(await openInvitations()).toEqual(before)
    expect(await app.database.query('select count(*) from pgboss.job')).toEqual([mails])
    const [record] = await app.database.query<{ after: unknown }>(
      `select after from audit_events where action = 'invitations.checkInvitationList'`,
    )
    expect(record).toEqual({ after: { linesChecked: 8 } })
  })

  test('comes to what was said; who has no role of their own gets that of who joins', async () => {
    const checked = (await check(MIXED, 'admin')).result
    const lines = checked.map(({ email, role }) => ({ email, role }))
    const sent = await send(lines, 'admin')
    expect(sent.result.outcomes).toEqual(OUTCOMES.map(([, outcome]) => outcome))
    const [joiners] = await app.database.query<{ key: string }>(
      'select key from roles where org_id = $1 and is_default',
      [LARKSPUR],
    )
    expect(await openInvitations()).toEqual(
      expect.arrayContaining([
        'anna@list.example editor',
        'bert@list.example viewer',
        `carl@list.example ${joiners?.key}`,
      ]),
    )
    expect(await kindsOfMailsTo(app.database, 'bert@list.example')).toEqual(['invitation'])
    const records = await app.database.query(
      `select from audit_events where action = 'invitations.inviteFromList'`,
    )
    expect(records).toHaveLength(3)
    const again = (await check(MIXED, 'admin')).result.map(({ outcome }) => outcome)
    expect(again.slice(0, 3)).toEqual(['open', 'open', 'open'])
  })

  test('that names what two roles are called guesses neither; what one is called twice is one', async () => {
    const owner = await app.as('owner')
    const input = { template: 'viewer', slug: 'press', description: '' } as const
    const press = await owner.call('roles.createRole', { ...input, name: 'Newsroom' })
    const office = { ...input, name: 'Press', slug: 'press-office' }
    const other = await owner.call('roles.createRole', office)
    const outcomes = async (role: string) =>
      (await check(`zoe@list.example,${role}`)).result.map(({ outcome }) => outcome)
    expect(await outcomes('PRESS')).toEqual(['ambiguous_role'])
    for (const role of ['newsroom', 'press-office', 'Editor'])
      expect(await outcomes(role), role).toEqual(['invited'])
    await app.database.query('delete from roles where id = any($1)', [
      [press.result.id, other.result.id],
    ])
  })

  test('counts a line that was refused as nobody: the next of its address may be right', async () => {
    const list = 'ida@list.example,Emperor\nIda@list.example,Viewer\nida@list.example,Editor'
    const outcomes = (await check(list)).result.map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['unknown_role', 'invited', 'twice'])
  })

  test('of whom all are refused is on record, and nothing else', async () => {
    await app.as('owner')
    const before = await digestOf(app.database, new Set(['audit_events', 'audit_heads']))
    const { result } = await send([{ email: 'victor@larkspur.example', role: '' }])
    expect(result.outcomes).toEqual(['member'])
    expect(await digestOf(app.database, new Set(['audit_events', 'audit_heads']))).toEqual(before)
  })
})

describe('what one invitation is held to, a list is held to:', () => {
  test('the plan’s room', async () => {
    const otto = await app.as('outsider')
    const made = await otto.call('organizations.createOrganization', { name: 'Small' })
    await app.database.query(
      `insert into memberships (org_id, id, user_id)
       select $1, gen_random_uuid(), id from auth."user"
       where email <> 'otto@outside.example' limit $2`,
      [made.result.id, PLANS.free.limits.members - 1],
    )
    const invitations = [{ email: 'one@small.example', role: 'viewer' }]
    const checked = await otto.call('invitations.checkInvitationList', {
      list: 'one@small.example',
    })
    expect(checked.result.map(({ outcome }) => outcome)).toEqual(['no_room'])
    const sent = await otto.call('invitations.inviteFromList', { invitations })
    expect(sent.result.outcomes).toEqual(['no_room'])
    await otto.call('billing.changePlan', { plan: 'enterprise' })
    const later = await otto.call('invitations.inviteFromList', { invitations })
    expect(later.result.outcomes).toEqual(['invited'])
  })

  test('what an organization may send within an hour: a whole list, and no line more', async () => {
    await anHourLater()
    const emails = Array.from({ length: MOST_LINES }, (_, index) => `p${index}@many.example`)
    const said = (await check(emails.join('\n'))).result.map(({ outcome }) => outcome)
    expect(said).toEqual(emails.map(() => 'invited'))
    const done: string[] = []
    for (let from = 0; from < emails.length; from += MOST_AT_ONCE) {
      const some = emails.slice(from, from + MOST_AT_ONCE)
      const invitations = some.map((email) => ({ email, role: 'viewer' }))
      done.push(...(await send(invitations)).result.outcomes)
    }
    expect(done).toEqual(said)
    // From here on each line says so, whether it is asked about or sent; what was refused is not counted.
    expect((await check('q@many.example\nr@many.example')).result).toMatchObject([
      { outcome: 'too_many' },
      { outcome: 'too_many' },
    ])
    const beyond = await send([{ email: 'q@many.example', role: '' }])
    expect(beyond.result.outcomes).toEqual(['too_many'])
    await anHourLater()
    const later = await send([{ email: 'q@many.example', role: '' }])
    expect(later.result.outcomes).toEqual(['invited'])
  })

  test('one open invitation for an address, when the same list is sent ten times at once', async () => {
    await anHourLater()
    const some = Array.from({ length: 5 }, (_, index) => ({
      email: `r${index}@race.example`,
      role: 'viewer',
    }))
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(some)))
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['ok']))
    const outcomes = answers.flatMap(({ result }) => result.outcomes)
    expect(outcomes.filter((outcome) => outcome === 'invited')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(45)
  })
})

describe('a look at a list', () => {
  test('waits for no change of access, and keeps none waiting', async () => {
    const lock = await holdLock(
      app.database,
      'select pg_advisory_xact_lock(hashtextextended($1::text, 0))',
      [LARKSPUR],
    )
    try {
      expect((await check('looked-at@list.example')).code).toBe('ok')
    } finally {
      await lock.release()
    }
  })

  test('is had ten times a minute, and not twice at once', async () => {
    await anHourLater()
    const codes: string[] = []
    for (let times = 0; times < 11; times += 1) codes.push((await check('a@b.example')).code)
    expect(codes).toEqual([...Array<string>(10).fill('ok'), 'rate_limited'])
    await anHourLater()
    const owner = await app.as('owner')
    const { userId } = (await owner.call('account.getViewer')).result
    const lock = await holdLock(
      app.database,
      'select pg_advisory_xact_lock(hashtextextended($1::text, 0))',
      [`list of ${userId}`],
    )
    try {
      expect((await check('a@b.example')).code).toBe('rate_limited')
    } finally {
      await lock.release()
    }
  })
})

describe('refused as a whole is', () => {
  const attack = async (list: unknown) => {
    const before = await digestOf(app.database)
    const answer = await (await app.as('owner')).attack('invitations.checkInvitationList', { list })
    expect(await digestOf(app.database)).toEqual(before)
    return answer.code
  }

  test.each<[string, unknown]>([
    ['an empty list', ''],
    ['a header alone', 'email,role\n'],
    ['more lines than it takes', 'a@b.example\n'.repeat(201)],
    ['ten thousand lines', 'a@b.ex\n'.repeat(10_000)],
    ['a long text', 'x'.repeat(65 * 1024)],
    ['a line without end', `${'x'.repeat(5_000)}@b.example`],
    ['an open quote', '"a@b.example\nc@d.example'],
    ['a third column', 'email,role,__proto__\na@b.example,viewer,x'],
    ['another encoding', 'm\uFFFDller@b.example'],
    ['a NUL', 'a\0@b.example'],
    ['half a character', '\uD800@b.example'],
    ['no text', { toString: 'a@b.example' }],
  ])('%s', async (_what, list) => {
    expect(await attack(list)).toBe('invalid_input')
  })

  test('whoever may not invite', async () => {
    for (const who of ['editor', 'viewer', 'bianca@larkspur.example']) {
      const caller = await app.as(who)
      const list = { list: 'a@b.example' }
      expect((await caller.attack('invitations.checkInvitationList', list)).code).toBe('forbidden')
      const invitations = { invitations: [{ email: 'a@b.example', role: '' }] }
      expect((await caller.attack('invitations.inviteFromList', invitations)).code).toBe(
        'forbidden',
      )
    }
  })
})

test('names from a list are keys of nothing', async () => {
  const list =
    '__proto__@b.example, __proto__\nconstructor@b.example, constructor\n=cmd()@b.example, toString'
  const { result } = await check(list)
  expect(result.map(({ outcome }) => outcome)).toEqual(
    expect.arrayContaining(['unknown_role', 'unknown_role']),
  )
  expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted')
})

test('without a role, an invitation is into the role of who joins', async () => {
  await anHourLater()
  const owner = await app.as('owner')
  const { code } = await owner.call('invitations.inviteMember', { email: 'dan@default.example' })
  expect(code).toBe('ok')
  const [joiners] = await app.database.query<{ key: string }>(
    'select key from roles where org_id = $1 and is_default',
    [LARKSPUR],
  )
  expect(await openInvitations()).toContain(`dan@default.example ${joiners?.key}`)
})
