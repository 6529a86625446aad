/** What a session resolves to, beside the same asked of the tables one by one. */
import { expect, test } from 'vitest'
import { organizationsOf, type ResolvedSession, resolveSession } from '~/db/identity-door'
import { LARKSPUR } from '../../scripts/seed/cast'
import { doorsForFile, sqlState } from '../support/doors'

const database = doorsForFile()
const DAY = 24
const FOREIGN_KEY = '23503'

interface Member {
  readonly orgId: string
  readonly id: string
  readonly userId: string
}

const membersOf = () =>
  database().query<Member>(
    'select org_id as "orgId", id, user_id as "userId" from memberships order by org_id, id',
  )

/** Resolves a new session of this person's in this organization. */
async function resolved(
  userId: string,
  orgId: string | null,
): Promise<ResolvedSession | undefined> {
  const token = crypto.randomUUID()
  await database().query(
    `insert into auth.session (id, token, user_id, active_organization_id, expires_at)
     values (gen_random_uuid(), $1, $2, $3, now() + interval '1 hour')`,
    [token, userId, orgId],
  )
  return resolveSession(token, DAY)
}

/** The same facts, by the plainest statements there are. */
async function plainly({ orgId, id, userId }: Member) {
  const one = async (text: string, ...values: readonly string[]) =>
    (await database().query(text, values))[0]
  const roles = await database().query<{ id: string; key: string; name: string }>(
    `select id, key, name from roles where org_id = $1
     and id in (select role_id from member_roles where org_id = $1 and membership_id = $2) order by key`,
    [orgId, id],
  )
  const granted = await database().query<{ roleId: string; permission: string }>(
    'select role_id as "roleId", permission from role_permissions where org_id = $1',
    [orgId],
  )
  const grantedBy = (roleId: string) =>
    new Set(granted.filter((row) => row.roleId === roleId).map(({ permission }) => permission))
  return {
    user: await one('select id, name, email from auth."user" where id = $1', userId),
    membership: {
      organization: await one('select id, name, plan from organizations where id = $1', orgId),
      ...(await one(
        `select id, status, access_version as "accessVersion", is_billing_contact as "isBillingContact"
         from memberships where id = $1`,
        id,
      )),
      roles: roles.map((role) => ({ ...role, permissions: grantedBy(role.id) })),
    },
  }
}

/** What their session resolves to, in a shape to compare. */
async function asResolved({ userId, orgId }: Member) {
  const session = await resolved(userId, orgId)
  const roles = session?.membership?.roles.map((role) => ({
    ...role,
    permissions: new Set(role.permissions),
  }))
  return { user: session?.user, membership: { ...session?.membership, roles } }
}

test('everybody of the seed is who the tables say, and may what the tables say', async () => {
  const members = await membersOf()
  expect(members.length).toBeGreaterThan(10)
  for (const member of members) expect(await asResolved(member)).toEqual(await plainly(member))
})

test('so they are with two roles, with none, with an empty role, suspended, and with odd names', async () => {
  const members = await membersOf()
  const [first, second, third, fourth] = members
  await database().query('set session_replication_role = replica')
  await database().query(
    `insert into member_roles (org_id, membership_id, role_id)
     select org_id, $2, id from roles where org_id = $1 on conflict do nothing`,
    [first?.orgId, first?.id],
  )
  await database().query('delete from member_roles where membership_id = $1', [second?.id])
  await database().query('update memberships set is_billing_contact = true where id = $1', [
    second?.id,
  ])
  await database().query(
    `insert into roles (org_id, id, key, name) values ($1, gen_random_uuid(), 'empty', 'null')`,
    [third?.orgId],
  )
  await database().query(
    `insert into member_roles (org_id, membership_id, role_id)
     select org_id, $2, id from roles where org_id = $1 and key = 'empty'`,
    [third?.orgId, third?.id],
  )
  await database().query(`update memberships set status = 'suspended' where id = $1`, [fourth?.id])
  await database().query(`update auth."user" set name = name || E'"\\\\\\t\\u2028'',]x'`)
  await database().query(`update roles set name = name || E' ["a", {}]\\n'`)
  for (const member of members) expect(await asResolved(member)).toEqual(await plainly(member))
})

test('so they are with roles that add to their template, take from it, or follow none', async () => {
  await database().query('set session_replication_role = replica')
  // Each role but the owner's does one thing more, and one of its template's things less.
  await database().query(
    `insert into role_overrides (org_id, role_id, permission, granted)
     select r.org_id, r.id, p.permission, p.granted from roles r
     join lateral (
       (select t.permission, false as granted from role_template_permissions t
        where t.template_key = r.template_key order by 1 limit 1)
       union all
       (select key, true from permissions where key not in
         (select permission from role_template_permissions t where t.template_key = r.template_key)
        order by 1 limit 1)
     ) p on true
     where not r.is_owner on conflict do nothing`,
  )
  await database().query('update roles set may_differ = true where not is_owner')
  await database().query(`update roles set template_key = null where key = 'editor'`)
  for (const member of await membersOf())
    expect(await asResolved(member)).toEqual(await plainly(member))
})

test('so they are after a template was changed, emptied and filled, by whichever statement', async () => {
  // Without differences, so that each role takes its template's value; and with triggers.
  await database().query('delete from role_overrides')
  await database().query('set session_replication_role = origin')
  const changes = [
    `insert into role_template_permissions values ('viewer', 'audit:read')`,
    `update role_template_permissions set permission = 'audit:export' where permission = 'audit:read' and template_key = 'viewer'`,
    `delete from role_template_permissions where template_key in ('viewer', 'admin')`,
    `insert into role_template_permissions select 'viewer', key from permissions`,
  ]
  for (const change of changes) {
    await database().query(change)
    for (const member of await membersOf())
      expect(await asResolved(member)).toEqual(await plainly(member))
  }
})

test('a difference that the session would not look at cannot be written', async () => {
  const difference = `insert into role_overrides (org_id, role_id, permission, granted)
    select org_id, id, 'content:read', false from roles where org_id = $1 and key = 'viewer'`
  const write = () => database().query(difference, [LARKSPUR])
  const deny = `update roles set may_differ = false where org_id = $1 and key = 'viewer'`
  await database().query('set session_replication_role = origin')
  await database().query('delete from role_overrides')
  await database().query(deny, [LARKSPUR])

  // Without the trigger that marks the role, the key refuses.
  await database().query(
    'alter table role_overrides disable trigger role_overrides_mark_their_role',
  )
  expect(await sqlState(write())).toBe(FOREIGN_KEY)
  await database().query('alter table role_overrides enable trigger role_overrides_mark_their_role')
  await write()
  expect(await sqlState(database().query(deny, [LARKSPUR]))).toBe(FOREIGN_KEY)
  for (const member of await membersOf())
    expect(await asResolved(member)).toEqual(await plainly(member))
})

test('without an organization, or with one that is not theirs, there is no membership', async () => {
  const [stranger] = await database().query<{ id: string }>(
    'select id from auth."user" where id not in (select user_id from memberships where org_id = $1)',
    [LARKSPUR],
  )
  const userId = stranger?.id ?? ''
  expect((await organizationsOf(userId)).map(({ org_id }) => org_id)).not.toContain(LARKSPUR)
  for (const orgId of [null, LARKSPUR, crypto.randomUUID()]) {
    expect(await resolved(userId, orgId)).toMatchObject({ user: { id: userId }, membership: null })
  }
})

test('a token that is unknown, too old or run out is nobody’s', async () => {
  const [member] = await membersOf()
  await resolved(member?.userId ?? '', LARKSPUR)
  const [row] = await database().query<{ token: string }>('select token from auth.session limit 1')
  const token = row?.token ?? ''
  const live = await resolveSession(token, DAY)
  const millisecondsLeft = (live?.expiresAt ?? 0) - Date.now()
  expect([millisecondsLeft > 3_000_000, millisecondsLeft <= 3_600_000]).toEqual([true, true])
  expect(await resolveSession(token, 0)).toBeUndefined()
  expect(await resolveSession(`${token}x`, DAY)).toBeUndefined()
  await database().query('update auth.session set expires_at = now()')
  expect(await resolveSession(token, DAY)).toBeUndefined()
})
