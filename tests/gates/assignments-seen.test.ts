/** Seeing people is one right, and seeing who holds which role another. */
import { beforeAll, expect, test } from 'vitest'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { thingsOf, type Things } from '../support/samples'

const app = appForFile()
let things: Things

beforeAll(async () => {
  things = await thingsOf(app.database, LARKSPUR)
})

test('whoever sees people alone is shown no roles but their own', async () => {
  const bianca = await app.as('billing')
  const { rows } = (await bianca.call('members.listMembers', {})).result
  const shown = rows.filter(({ roles }) => roles !== null)
  expect(rows.length).toBeGreaterThan(5)
  expect(shown.map(({ userId }) => userId)).toEqual([persona('billing').id])
  const { result } = await bianca.call('members.getMember', { memberId: things.memberId })
  expect(result.roles).toBeNull()
})

test('nor do they find out by asking for the holders of a role', async () => {
  const bianca = await app.as('billing')
  const { code } = await bianca.call('members.listMembers', { roleId: things.roleId })
  expect(code).toBe('forbidden')
})

test('whoever holds the right sees all of them', async () => {
  const victor = await app.as('viewer')
  const { rows } = (await victor.call('members.listMembers', { roleId: things.roleId })).result
  expect(rows.length).toBeGreaterThan(0)
  for (const { roles } of rows) expect(roles?.map(({ id }) => id)).toContain(things.roleId)
})
