/** The matrix page's own source: what the running build says it guards, and who could grant it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf, roleIdOf } from '../support/larkspur'

const app = appForFile()
const [OLIVIA, ADAM, PRIYA] = ['Olivia Brandt', 'Adam Reyes', 'Priya Nair']
let olivia: Caller // owns Larkspur Labs
let adam: Caller // admin there

beforeAll(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
})

interface Listed {
  readonly id?: string
  readonly path?: string
  readonly permissions: readonly string[]
}

test('the build that answers lists what the build’s own list of entrances holds', async () => {
  const file = join(import.meta.dirname, '../../dist/server-functions.json')
  // The build's own format; what is read of it is compared below.
  const built = JSON.parse(readFileSync(file, 'utf8')) as Record<'functions' | 'routes', Listed[]>
  const expected = [...built.functions, ...built.routes]
    .filter(({ permissions }) => permissions.length > 0)
    .map(({ id, path, permissions }) => `${id ?? path}: ${permissions.join()}`)
  const { result } = await olivia.call('roles.listGuards')
  const listed = result.map(({ name, permissions }) => `${name}: ${permissions.join()}`)
  expect(listed.length).toBeGreaterThan(20)
  expect(listed.toSorted()).toEqual(expected.toSorted())
})

async function granters(caller: Caller, permission: 'content:publish' | 'org:delete') {
  const { result } = await caller.call('roles.listGranters', { permission })
  return result.map(({ name }) => name)
}

test('who could grant a permission holds it, may assign roles, and is somebody else', async () => {
  const greta = await app.as('guest')
  expect(await granters(greta, 'content:publish')).toEqual([ADAM, OLIVIA, PRIYA])
  // An admin cannot give what only an owner holds.
  expect(await granters(greta, 'org:delete')).toEqual([OLIVIA])
  expect(await granters(adam, 'org:delete')).toEqual([OLIVIA])
})

test('nobody is named who may not act on the one who asks', async () => {
  // The admins hold less than Olivia does.
  expect(await granters(olivia, 'content:publish')).toEqual([])
  expect(await granters(adam, 'content:publish')).toEqual([OLIVIA, PRIYA])
})

test('nobody is named who is suspended', async () => {
  const victor = await app.as('viewer')
  const membership = await memberIdOf(app.database, 'admin')
  const set = (status: string) =>
    app.database.query('update memberships set status = $1 where org_id = $2 and id = $3', [
      status,
      LARKSPUR,
      membership,
    ])
  await set('suspended')
  expect(await granters(victor, 'content:publish')).toEqual([OLIVIA, PRIYA])
  await set('active')
  expect(await granters(victor, 'content:publish')).toEqual([ADAM, OLIVIA, PRIYA])
})

test('nobody is named who assigns roles and holds none that grants it', async () => {
  const victor = await app.as('viewer')
  const viewer = await roleIdOf(app.database, 'viewer')
  const give = `insert into role_overrides values ($1, $2, $3, true)`
  await app.database.query(give, [LARKSPUR, viewer, 'org:roles:assign'])
  expect(await granters(victor, 'content:publish')).not.toContain('Leon Fabre')
  // As soon as the role they hold grants it, they are.
  await app.database.query(give, [LARKSPUR, viewer, 'content:publish'])
  expect(await granters(victor, 'content:publish')).toContain('Leon Fabre')
})

test('the explicit check says which role grants it, and who could give what is missing', async () => {
  const tomas = await app.as('two-roles')
  const ask = async (caller: Caller, permission: 'content:publish' | 'billing:write') =>
    (await caller.call('checks.check', { organizationId: LARKSPUR, permission })).result
  expect(await ask(tomas, 'content:publish')).toEqual({
    allowed: true,
    through: ['Editor'],
    granters: [],
  })
  const victor = await app.as('viewer')
  const { allowed, through, granters: named } = await ask(victor, 'billing:write')
  expect({ allowed, through }).toEqual({ allowed: false, through: [] })
  expect(named.map(({ name }) => name)).toEqual([ADAM, OLIVIA, PRIYA])
})
