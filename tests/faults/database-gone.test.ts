/** The database is gone when it is asked: the answer is 503, and never an allow. */
import { beforeAll, describe, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { type Caller, signIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { digestOf } from '../support/digest'
import { holdLock, untilWaiting } from '../support/locks'
import { thingsOf } from '../support/samples'
import { type ServerProcess, startServer } from '../support/server-process'
import { gateBefore, type TcpGate } from '../support/tcp-gate'

const database = databaseForFile()
let gate: TcpGate
let server: ServerProcess
let olivia: Caller

beforeAll(async () => {
  gate = await gateBefore(database().url('app'))
  server = await startServer(gate.url)
  olivia = await signIn(server, 'owner')
  return async () => {
    await server.stop()
    await gate.shut()
  }
})

const probe = async (path: string) => (await fetch(server.origin + path)).status

/** Until the server has found that the database is back. */
async function untilServing(): Promise<void> {
  await expect
    .poll(async () => (await olivia.call('projects.listProjects')).code, { timeout: 10_000 })
    .toBe('ok')
}

describe('attack 52: without a database', () => {
  test('every call is unavailable, nothing changes, the process lives and recovers by itself', async () => {
    const before = await digestOf(database())
    await gate.shut()
    for (const answer of [
      await olivia.call('projects.listProjects'),
      await olivia.call('projects.createProject', { name: 'Must not exist' }),
      await olivia.call('account.getViewer'),
      await olivia.call('organizations.switchOrganization', { organizationId: LARKSPUR }),
    ]) {
      expect([answer.status, answer.code]).toEqual([503, 'unavailable'])
      expect(answer.body).not.toMatch(/ECONN|127\.0\.0\.1|postgres|select/i)
    }
    expect(await probe('/healthz')).toBe(200)
    // A verdict stands for a moment.
    await expect.poll(() => probe('/readyz'), { timeout: 10_000 }).toBe(503)
    expect(server.isAlive()).toBe(true)
    await gate.open()
    await untilServing()
    await expect.poll(() => probe('/readyz'), { timeout: 10_000 }).toBe(200)
    expect(await digestOf(database())).toEqual(before)
  })

  test('nobody signs in, and no cookie is given', async () => {
    await gate.shut()
    const response = await fetch(`${server.origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ email: 'olivia@larkspur.example', password: 'whatever it is' }),
    })
    expect(response.status).toBe(503)
    expect(response.headers.getSetCookie()).toEqual([])
    await gate.open()
    await untilServing()
  })

  test('whoever sends no session is told to sign in: that takes no database', async () => {
    await gate.shut()
    const response = await fetch(`${server.origin}/_serverFn/projects.listProjects`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(response.status).toBe(401)
    await gate.open()
    await untilServing()
  })
})

test('attack 52: a database that falls silent is unavailable too, and not waited for without end', async () => {
  gate.fallSilent()
  const read = await olivia.call('projects.listProjects')
  expect([read.status, read.code]).toEqual([503, 'unavailable'])
  expect(server.isAlive()).toBe(true)
  // Connections that were made while it was silent are cut; new ones get through.
  await gate.shut()
  await gate.open()
  await untilServing()
}, 60_000)

describe('attack 52: a connection that is lost', () => {
  test('in the middle of a change undoes the change, and the process lives', async () => {
    const { documentId } = await thingsOf(database(), LARKSPUR)
    const before = await digestOf(database())
    const lock = await holdLock(database(), 'select from documents where id = $1 for update', [
      documentId,
    ])
    const change = olivia.call('documents.publishDocument', { documentId, published: true })
    await untilWaiting(database(), 1)
    await gate.shut()
    const { status, code } = await change
    expect([status, code]).toEqual([503, 'unavailable'])
    await lock.release()
    await gate.open()
    await untilServing()
    expect(server.isAlive()).toBe(true)
    expect(await digestOf(database())).toEqual(before)
  })

  test('by the hand of an operator is replaced, idle or in use', async () => {
    const calls = Array.from({ length: 20 }, () => olivia.call('projects.listProjects'))
    await database().query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = 'gatehouse_app'`,
    )
    const codes = new Set((await Promise.all(calls)).map(({ code }) => code))
    expect([...codes].filter((code) => code !== 'ok' && code !== 'unavailable')).toEqual([])
    await untilServing()
    expect(server.isAlive()).toBe(true)
  })
})
