/** A member without any role who is the billing contact handles the bill, and nothing else. */
import { expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { memberIdOf, roleIdOf } from '../support/larkspur'
import { giveOnly } from '../support/own-role'
import { setRoles } from '../support/set-roles'

const app = appForFile()

async function nameAuthor(isBillingContact: boolean): Promise<string> {
  const [author] = await app.database.query<{ id: string }>(
    `select m.id from memberships m join auth."user" u on u.id = m.user_id
     where m.org_id = $1 and u.email = 'greta@guest.example'`,
    [LARKSPUR],
  )
  const owner = await app.as('owner')
  const memberId = author?.id ?? ''
  return (await owner.call('members.setBillingContact', { memberId, isBillingContact })).code
}

test('being named opens the bill and nothing more, and being unnamed closes it', async () => {
  const author = await app.as('guest')
  expect((await author.call('billing.changePlan', { plan: 'pro' })).code).toBe('forbidden')
  expect(await nameAuthor(true)).toBe('ok')
  expect((await author.call('billing.getBilling')).code).toBe('ok')
  expect((await author.call('billing.changePlan', { plan: 'pro' })).code).toBe('ok')
  expect((await author.call('members.listMembers')).code).toBe('forbidden')
  expect((await author.call('organizations.getOrganization')).code).toBe('forbidden')
  expect(await nameAuthor(false)).toBe('ok')
  expect((await author.call('billing.changePlan', { plan: 'enterprise' })).code).toBe('forbidden')
})

test('an explicit check says of the contact what the gates do', async () => {
  const author = await app.as('guest')
  const ask = async (permission: 'billing:write' | 'content:write') =>
    (await author.call('checks.check', { organizationId: LARKSPUR, permission })).result.allowed
  expect(await ask('billing:write')).toBe(false)
  expect(await nameAuthor(true)).toBe('ok')
  expect([await ask('billing:write'), await ask('content:write')]).toEqual([true, false])
  expect(await nameAuthor(false)).toBe('ok')
})

test('whoever may not handle the bill does nothing to the one who does', async () => {
  await giveOnly(app, 'consultant', [
    'users:read',
    'users:delete',
    'org:roles:read',
    'org:roles:assign',
    'org:members:remove',
  ])
  const carla = await app.as('consultant')
  const memberId = await memberIdOf(app.database, 'guest')
  const viewer = await roleIdOf(app.database, 'viewer')
  const attempts = async () => [
    await carla.call('members.suspendMember', { memberId, suspended: true }),
    await carla.call('members.removeMember', { memberId, documentsTo: null }),
    await carla.call('members.eraseMember', { memberId }),
    await carla.call('members.setBillingContact', { memberId, isBillingContact: false }),
    await carla.call('members.changeRolesOfMany', {
      memberIds: [memberId],
      change: 'remove',
      roleIds: [viewer],
    }),
  ]
  expect(await nameAuthor(true)).toBe('ok')
  expect((await attempts()).map(({ code }) => code)).toEqual(Array(5).fill('forbidden'))
  expect(await nameAuthor(false)).toBe('ok')
  const suspended = await carla.call('members.suspendMember', { memberId, suspended: true })
  expect(suspended.code).toBe('ok')
})

test('attack 22: who may assign roles and not change the plan names no billing contact, themselves neither', async () => {
  const carla = await app.as('consultant')
  const nobody = await memberIdOf(app.database, 'two-roles')
  const herself = await memberIdOf(app.database, 'consultant')
  const owner = await app.as('owner')
  // With room for a role of their own each time.
  await app.database.query(`update organizations set plan = 'enterprise' where id = $1`, [LARKSPUR])
  const without = { memberId: nobody, roleIds: [] }
  expect((await setRoles(app.database, owner, without)).code).toBe('ok')
  const contacts = () =>
    app.database.query('select id from memberships where org_id = $1 and is_billing_contact', [
      LARKSPUR,
    ])
  const before = await contacts()
  const name = async (memberId: string) =>
    (await carla.call('members.setBillingContact', { memberId, isBillingContact: true })).code
  const assigns = ['users:read', 'org:roles:read', 'org:roles:assign'] as const
  for (const more of [[], ['billing:read'], ['billing:write']] as const) {
    await giveOnly(app, 'consultant', [...assigns, ...more])
    expect(await name(nobody), `holding ${more.join()}`).toBe('forbidden')
    expect(await name(herself), `holding ${more.join()}`).toBe('forbidden')
  }
  expect(await contacts()).toEqual(before)
  // With both it is theirs to give.
  await giveOnly(app, 'consultant', [...assigns, 'billing:read', 'billing:write'])
  expect(await name(nobody)).toBe('ok')
})
