/** Taking rights from a role takes no plan, and adding to one does: also on the way down from a larger one. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Permission, ROLE_TEMPLATES } from '~/authz'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'

const app = appForFile()
const TEMPLATE = ROLE_TEMPLATES.viewer.permissions

let otto: Caller // founds an organization, and owns it
let own: string // a role of its own, which adds one permission to its template
let viewer: string // one that it was founded with

beforeAll(async () => {
  otto = await app.as('outsider')
  await otto.call('organizations.createOrganization', { name: 'Narrowing' })
  await setPlan('pro')
  const made = { template: 'viewer', name: 'Own', slug: 'own', description: '' } as const
  own = (await otto.call('roles.createRole', made)).result.id
  viewer = (await otto.call('roles.listRoles')).result.find(({ key }) => key === 'viewer')?.id ?? ''
  for (const roleId of [own, viewer]) await update(roleId, [...TEMPLATE, 'audit:read'])
  await setPlan('free')
})

const setPlan = (plan: 'free' | 'pro') => otto.call('billing.changePlan', { plan })
const read = async (roleId: string) => (await otto.call('roles.getRole', { roleId })).result
const granted = async (roleId: string) => (await read(roleId)).permissions.toSorted()

async function update(roleId: string, permissions: readonly Permission[], name?: string) {
  const { version, ...role } = await read(roleId)
  return otto.call('roles.updateRole', {
    roleId,
    version,
    name: name ?? role.name,
    description: role.description,
    permissions: [...permissions],
  })
}

describe.each([
  ['a role of its own', () => own],
  ['a role that it was founded with', () => viewer],
])('on a plan without roles of one’s own, %s', (what, find) => {
  test('is renamed, and gets nothing more: not one permission in place of all others', async () => {
    const before = [...TEMPLATE, 'audit:read'] as const
    expect((await update(find(), before, `Renamed: ${what}`)).code).toBe('ok')
    for (const wanted of [[...before, 'audit:export'] as const, ['audit:export'] as const]) {
      expect((await update(find(), wanted)).refusal).toMatchObject({
        code: 'feature_not_in_plan',
        details: { limit: 'custom-roles', plan: 'pro' },
      })
    }
    expect(await granted(find())).toEqual(before.toSorted())
  })

  test('goes back to its template, which grants less, and loses more; not the way back', async () => {
    expect((await update(find(), TEMPLATE)).code).toBe('ok')
    expect(await granted(find())).toEqual(TEMPLATE.toSorted())
    expect((await update(find(), TEMPLATE.slice(1))).code).toBe('ok')
    expect((await update(find(), TEMPLATE)).code).toBe('feature_not_in_plan')
    await setPlan('pro')
    expect((await update(find(), TEMPLATE)).code).toBe('ok')
    await setPlan('free')
  })
})
