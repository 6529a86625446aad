/** What goes wrong is in the log, as lines that machines read, and nothing that was sent is in it. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { type Caller, signIn, trySignIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { thingsOf } from '../support/samples'
import { type ServerProcess, startServer } from '../support/server-process'

const database = databaseForFile()
let server: ServerProcess
let olivia: Caller
let undo = ''

beforeAll(async () => {
  server = await startServer(database().url('app'), { LOG_LEVEL: 'info' })
  olivia = await signIn(server, 'owner')
  return () => server.stop()
})

afterEach(async () => {
  await database().query(undo)
})

async function damage(sql: string, undoing: string): Promise<void> {
  undo = undoing
  await database().query(sql)
}

/** What the log gained by this, which is to say so; a line that isn't JSON fails the test. */
async function logged(what: string, work: () => Promise<unknown>): Promise<string> {
  const start = server.said().length
  await work()
  await expect.poll(() => server.said().slice(start), { timeout: 5_000 }).toContain(what)
  const added = server.said().slice(start)
  for (const line of added.trim().split('\n')) expect(line).toMatch(/^\{.*\}$/)
  expect(added).not.toMatch(/insert into|select |update "|params/i)
  return added
}

const SECRET = 'kept-between-us'
const CREATE = '/_serverFn/projects.createProject'

describe('the log of a failure has its code and its place', () => {
  test('and not the document that was being stored', async () => {
    await damage(
      'revoke update on documents from gatehouse_app',
      'grant update on documents to gatehouse_app',
    )
    const { documentId } = await thingsOf(database(), LARKSPUR)
    const change = { documentId, title: 'New', body: SECRET, version: 1 }
    const added = await logged('"42501"', () => olivia.attack('documents.updateDocument', change))
    expect(added).toContain('"incident"')
    expect(added).not.toContain(SECRET)
  })

  test('and not who was signing in', async () => {
    await damage(
      'revoke select on auth."user" from gatehouse_app',
      'grant select on auth."user" to gatehouse_app',
    )
    const added = await logged('"42501"', () =>
      trySignIn(server, `${SECRET}@body.example`, 'whatever it is'),
    )
    expect(added).not.toContain(SECRET)
  })

  test('and not the token of the session that was being renewed', async () => {
    const victor = await signIn(server, 'viewer')
    const [token = ''] = /=([^.;%]+)/.exec(victor.cookie)?.slice(1) ?? []
    await database().query(`update auth.session set expires_at = now() + interval '1 hour'`)
    await damage(
      'revoke update on auth.session from gatehouse_app',
      'grant update on auth.session to gatehouse_app',
    )
    const added = await logged('"42501"', () => victor.call('projects.listProjects'))
    expect(token.length).toBeGreaterThan(20)
    expect(added).not.toContain(token)
  })
})

test.each([
  ['no JSON', `{"data": ${SECRET}`],
  ['no serialized value', `{"t":99,"s":"${SECRET}"}`],
])('a payload that is %s is not repeated', async (_what, body) => {
  const added = await logged('malformed_request', () =>
    olivia.request('/_serverFn/projects.createProject', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tsr-serverfn': 'true' },
      body,
    }),
  )
  expect(added).not.toContain(SECRET)
})

const foreign = { origin: 'http://evil.example' }

test.each([
  ['a page is asked for from another site', 'csrf', `/reset/${SECRET}`, { headers: foreign }],
  ['a page is sent to', 'method_not_allowed', `/invite/${SECRET}`, { method: 'POST' }],
  ['a function is named in escapes', 'not_found', `/%5FserverFn/${SECRET}`, {}],
  ['an address is too long', 'payload_too_large', `/verify/${SECRET}${'x'.repeat(9000)}`, {}],
  ['a function is asked by another method', 'method_not_allowed', `${CREATE}?${SECRET}`, {}],
])('that %s is a line, without the address', async (_what, code, path, init: RequestInit) => {
  const added = await logged(`"${code}"`, () => olivia.request(path, init))
  expect(added.trim().split('\n')).toHaveLength(1)
  expect(added).not.toContain(SECRET)
})
