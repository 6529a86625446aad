/** Every connection is taken: callers are told so, nobody is let through, and it passes by itself. */
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { type Caller, callerWith, signIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { digestOf } from '../support/digest'
import { type HeldLock, holdLock, untilWaiting } from '../support/locks'
import { thingsOf } from '../support/samples'
import { type ServerProcess, startServer } from '../support/server-process'

const database = databaseForFile()
let server: ServerProcess
let olivia: Caller
let victor: Caller
let documentId: string

beforeAll(async () => {
  server = await startServer(database().url('app'), {
    DATABASE_POOL_SIZE: '2',
    DATABASE_WAIT_MS: '1500',
  })
  olivia = await signIn(server, 'owner')
  victor = await signIn(server, 'viewer')
  ;({ documentId } = await thingsOf(database(), LARKSPUR))
  return () => server.stop()
})

/** Two changes that wait for a lock, each with a connection of the two that there are. */
async function exhaust(): Promise<{ lock: HeldLock; changes: Promise<{ code: string }>[] }> {
  const lock = await holdLock(database(), 'select from documents where id = $1 for update', [
    documentId,
  ])
  const publish = { documentId, published: true }
  const changes = [
    olivia.call('documents.publishDocument', publish),
    olivia.call('documents.publishDocument', publish),
  ]
  await untilWaiting(database(), 2)
  return { lock, changes }
}

describe('attack 51: while every connection is in use', () => {
  test('callers are told that the service is unavailable, and none is let through', async () => {
    const before = await digestOf(database())
    // A verdict from when there were connections stands for a second.
    await setTimeout(1_100)
    const { lock, changes } = await exhaust()
    // All at once: the connections are held no longer than callers wait for one.
    const probes = Promise.all([
      fetch(`${server.origin}/healthz`),
      fetch(`${server.origin}/readyz`),
      fetch(`${server.origin}/api/auth/sign-in/email`, signInRequest()),
    ])
    const answers = await Promise.all([
      olivia.call('projects.listProjects'),
      olivia.call('projects.createProject', { name: 'Must not exist' }),
      victor.call('projects.createProject', { name: 'Must not exist either' }),
      victor.call('audit.listDenials'),
      olivia.call('account.getViewer'),
      callerWith(server, olivia.cookie.replace(/.$/, 'x')).call('audit.listDenials'),
    ])
    // All of this was answered while the connections were still held.
    expect(await digestOf(database())).toEqual({ ...before, 'auth.session': expect.anything() })
    const [tampered, ...others] = answers.toReversed()
    expect(others.map(({ status, code }) => `${status} ${code}`)).toEqual(
      others.map(() => '503 unavailable'),
    )
    expect(tampered?.code, 'who has no session is known without the database').toBe(
      'unauthenticated',
    )
    expect((await probes).map(({ status }) => status)).toEqual([200, 503, 503])
    await lock.release()
    expect((await Promise.all(changes)).map(({ code }) => code)).toEqual(['ok', 'ok'])
  })

  test('and afterwards everything works again, in the same process', async () => {
    const { lock, changes } = await exhaust()
    expect((await olivia.call('projects.listProjects')).code).toBe('unavailable')
    await lock.release()
    await Promise.all(changes)
    expect((await olivia.call('projects.listProjects')).code).toBe('ok')
    expect((await victor.call('audit.listDenials')).code).toBe('forbidden')
    const ready = async () => (await fetch(`${server.origin}/readyz`)).status
    await expect.poll(ready, { timeout: 10_000 }).toBe(200)
    expect(server.isAlive()).toBe(true)
  })

  test('many more callers than connections are each answered, none wrongly', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, turn) =>
        turn % 2 === 0 ? victor.call('audit.listDenials') : olivia.call('audit.listDenials'),
      ),
    )
    const [victors, olivias] = [0, 1].map(
      (rest) => new Set(answers.filter((_, turn) => turn % 2 === rest).map(({ code }) => code)),
    )
    expect(victors?.has('ok')).toBe(false)
    expect([...(olivias ?? [])].filter((code) => code !== 'ok' && code !== 'unavailable')).toEqual(
      [],
    )
  })
})

function signInRequest(): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: server.origin,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ email: 'olivia@larkspur.example', password: 'wrong' }),
  }
}
