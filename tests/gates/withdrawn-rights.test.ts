/** What is taken away is gone on the next request: nothing is remembered between two. */
import { beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { type Caller, signIn } from '../support/caller'
import { setRoles } from '../support/set-roles'

const app = appForFile()
const EDITH = persona('editor').id
let olivia: Caller // owns Larkspur Labs
let edith: Caller // edits there

beforeEach(async () => {
  olivia = await app.as('owner')
  edith = await app.as('editor')
})

const asksFor = async (caller: Caller, name: 'members.listMembers' | 'audit.listDenials') =>
  (await caller.attack(name)).code

async function memberIdOf(userId: string): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    'select id from memberships where org_id = $1 and user_id = $2',
    [LARKSPUR, userId],
  )
  return row?.id ?? ''
}

async function roleIdOf(key: string): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    'select id from roles where org_id = $1 and key = $2',
    [LARKSPUR, key],
  )
  return row?.id ?? ''
}

async function giveRoles(...keys: string[]): Promise<void> {
  const roleIds = await Promise.all(keys.map(roleIdOf))
  const memberId = await memberIdOf(EDITH)
  const { code } = await setRoles(app.database, olivia, { memberId, roleIds })
  expect(code).toBe('ok')
}

describe('from the next request on', () => {
  test('a role that was taken grants nothing, and one that was given grants what it says', async () => {
    expect(await asksFor(edith, 'members.listMembers')).toBe('ok')
    await giveRoles()
    expect(await asksFor(edith, 'members.listMembers')).toBe('forbidden')
    await giveRoles('admin')
    expect(await asksFor(edith, 'audit.listDenials')).toBe('ok')
    await giveRoles('editor')
    expect(await asksFor(edith, 'audit.listDenials')).toBe('forbidden')
  })

  test('two roles grant the union of both', async () => {
    await giveRoles('viewer', 'billing')
    expect((await edith.call('billing.changePlan', { plan: 'pro' })).code).toBe('ok')
    expect((await edith.call('documents.listDocuments')).result.rows.length).toBeGreaterThan(10)
    await giveRoles('editor')
    expect((await edith.call('billing.changePlan', { plan: 'free' })).code).toBe('forbidden')
  })

  test('a permission that was taken from a role is gone for its holders', async () => {
    const change = (sql: string) => app.database.query(sql, [LARKSPUR])
    await change(`insert into role_overrides select org_id, id, 'users:read', false from roles
      where org_id = $1 and key = 'editor'`)
    expect(await asksFor(edith, 'members.listMembers')).toBe('forbidden')
    await change(`delete from role_overrides o using roles r where r.org_id = $1
      and r.key = 'editor' and o.org_id = r.org_id and o.role_id = r.id and permission = 'users:read'`)
    expect(await asksFor(edith, 'members.listMembers')).toBe('ok')
  })

  test('a suspended member is none', async () => {
    const setStatus = (status: string) =>
      app.database.query('update memberships set status = $3 where org_id = $1 and user_id = $2', [
        LARKSPUR,
        EDITH,
        status,
      ])
    await setStatus('suspended')
    expect(await asksFor(edith, 'members.listMembers')).toBe('no_membership')
    await setStatus('active')
    expect(await asksFor(edith, 'members.listMembers')).toBe('ok')
  })

  test('a removed member is none, while their other memberships stand', async () => {
    const carla = await app.as('consultant')
    await carla.call('organizations.switchOrganization', { organizationId: LARKSPUR })
    expect(await asksFor(carla, 'members.listMembers')).toBe('ok')
    const memberId = await memberIdOf(persona('consultant').id)
    expect((await olivia.call('members.removeMember', { memberId, documentsTo: null })).code).toBe(
      'ok',
    )
    expect(await asksFor(carla, 'members.listMembers')).toBe('no_membership')
    const back = await carla.call('organizations.switchOrganization', { organizationId: LARKSPUR })
    expect(back.code).toBe('not_found')
    await carla.call('organizations.switchOrganization', { organizationId: TIDEWATER })
    expect(await asksFor(carla, 'members.listMembers')).toBe('ok')
  })

  test("an organization that was deleted is nobody's", async () => {
    const founder = await signIn(app, 'outsider')
    await founder.call('organizations.createOrganization', { name: 'Short Lived' })
    expect(await asksFor(founder, 'members.listMembers')).toBe('ok')
    const ended = await founder.call('organizations.deleteOrganization', {
      confirmName: 'Short Lived',
    })
    expect(ended.code).toBe('ok')
    expect(await asksFor(founder, 'members.listMembers')).toBe('no_membership')
  })
})

test('attack 22: what the database grants and the registry does not know grants nothing', async () => {
  await app.database.query(`insert into permissions values ('everything:do', 'Not in the code.')`)
  await app.database.query(
    `insert into role_overrides select org_id, id, 'everything:do', true from roles
     where org_id = $1 and key = 'editor'`,
    [LARKSPUR],
  )
  const { result } = await edith.call('account.getViewer')
  expect(result.permissions).toContain('content:write')
  expect(result.permissions).not.toContain('everything:do')
})
