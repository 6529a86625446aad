/** What nobody foresaw: the caller gets a number to quote, and not a word of what it was. */
import { afterEach, describe, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { digestOf } from '../support/digest'

const app = appForFile()
const TELLING =
  /select|insert|update|relation|column|permission denied|postgres|drizzle|params|\bat \w+ \(|\.js:/i

let undo = ''

async function damage(sql: string, undoing: string): Promise<void> {
  await app.as('owner') // signed in while everything still worked
  undo = undoing
  await app.database.query(sql)
}

afterEach(async () => {
  await app.database.query(undo)
})

describe('a query that the database refuses', () => {
  test('in a read answers 500 and an incident', async () => {
    await damage(
      'revoke select on projects from gatehouse_app',
      'grant select on projects to gatehouse_app',
    )
    const olivia = await app.as('owner')
    const answer = await olivia.call('projects.listProjects')
    expect([answer.status, answer.code]).toEqual([500, 'internal'])
    expect(answer.refusal?.details).toEqual({ incident: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(answer.refusal?.message).toContain(answer.refusal?.details.incident)
    expect(answer.body).not.toMatch(TELLING)
  })

  test('in a change answers 500, and the half that was done is undone', async () => {
    await damage(
      'alter table audit_heads rename column mac to seal',
      'alter table audit_heads rename column seal to mac',
    )
    const olivia = await app.as('owner')
    const before = await digestOf(app.database)
    const answer = await olivia.call('projects.createProject', { name: 'Half made' })
    expect([answer.status, answer.code]).toEqual([500, 'internal'])
    expect(answer.body).not.toMatch(TELLING)
    expect(await digestOf(app.database)).toEqual(before)
  })

  test('in the question who it is answers 500, and never an allow', async () => {
    await damage(
      'alter function identity.resolve_session(text, interval) rename to resolve',
      'alter function identity.resolve(text, interval) rename to resolve_session',
    )
    const olivia = await app.as('owner')
    const calls = [
      await olivia.call('projects.listProjects'),
      await olivia.call('account.getViewer'),
      await olivia.call('projects.createProject', { name: 'Must not exist' }),
    ]
    expect(calls.map(({ status }) => status)).toEqual([500, 500, 500])
    for (const { body } of calls) expect(body).not.toMatch(TELLING)
  })

  test('in a server route answers 500 in the same words', async () => {
    await damage(
      'revoke select on audit_events from gatehouse_app',
      'grant select on audit_events to gatehouse_app',
    )
    const olivia = await app.as('owner')
    const response = await olivia.request('/api/audit-export')
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(body).toContain('"code":"internal"')
    expect(body).not.toMatch(TELLING)
  })

  test('at sign-in answers 500, gives no cookie and says nothing', async () => {
    await damage(
      'revoke select on auth.account from gatehouse_app',
      'grant select on auth.account to gatehouse_app',
    )
    const response = await app.nobody.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.origin },
      body: JSON.stringify({ email: 'victor@larkspur.example', password: 'gatehouse-demo-2026' }),
    })
    expect(response.status).toBe(500)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await response.text()).not.toMatch(TELLING)
  })
})

test('a denial that cannot be put on record is a denial all the same', async () => {
  await damage(
    'alter table denials rename to denials_of_old',
    'alter table denials_of_old rename to denials',
  )
  const victor = await app.as('viewer')
  const answer = await victor.call('projects.createProject', { name: 'Must not exist' })
  expect([answer.status, answer.code]).toEqual([403, 'forbidden'])
  const rows = await app.database.query('select from projects where org_id = $1 and name = $2', [
    LARKSPUR,
    'Must not exist',
  ])
  expect(rows).toEqual([])
})
