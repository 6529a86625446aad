/** An organization and its founder's way into it are one; how many a person founds has an end. */
import { beforeAll, expect, test } from 'vitest'
import { persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { digestOf } from '../support/digest'

const MOST = 20
const app = appForFile()
let otto: Caller // an account without a membership

beforeAll(async () => {
  otto = await app.as('outsider')
})

const found = (name: string) => otto.call('organizations.createOrganization', { name })

async function howMany(): Promise<number> {
  const rows = await app.database.query('select from memberships where user_id = $1', [
    persona('outsider').id,
  ])
  return rows.length
}

test('when the session cannot be moved to it, there is no organization', async () => {
  const before = await digestOf(app.database)
  await app.database.query('revoke insert on account_events from gatehouse_app')
  try {
    expect((await found('Half made')).code).toBe('internal')
  } finally {
    await app.database.query('grant insert on account_events to gatehouse_app')
  }
  expect(await digestOf(app.database)).toEqual(before)
})

test('of forty made at once with room for one, one is made', async () => {
  while ((await howMany()) < MOST - 1) {
    expect((await found(`Number ${await howMany()}`)).code).toBe('ok')
  }
  const answers = await Promise.all(Array.from({ length: 40 }, (_, one) => found(`Rival ${one}`)))
  const codes = answers.map(({ code }) => code).toSorted()
  expect(codes).toEqual([...Array.from({ length: 39 }, () => 'conflict'), 'ok'])
  expect(await howMany()).toBe(MOST)
  expect((await found('One more')).code).toBe('conflict')
})
