/** That a session began and that it ended is on record, whoever makes and ends it, and how. */
import { expect, test } from 'vitest'
import { persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { callerWith, signIn } from '../support/caller'

const app = appForFile({ DEMO: '1', HOST: '127.0.0.1' })

/** What is on record of sessions, by how many of them. */
async function onRecord(userId: string) {
  const rows = await app.database.query<{ action: string; sessions: number }>(
    `select action, count(distinct session_id)::int as sessions from account_events
     where user_id = $1 and action like 'account.session%' group by action order by action`,
    [userId],
  )
  return Object.fromEntries(rows.map(({ action, sessions }) => [action, sessions]))
}

const BEGAN = 'account.sessionBegan'
const ENDED = 'account.sessionEnded'

test('signing in and out by password', async () => {
  const { id } = persona('viewer')
  const victor = await signIn(app, 'viewer')
  expect(await onRecord(id)).toEqual({ [BEGAN]: 1 })
  const out = await victor.request('/api/auth/sign-out', {
    method: 'POST',
    headers: { origin: app.origin, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(out.status).toBe(200)
  expect(await onRecord(id)).toEqual({ [BEGAN]: 1, [ENDED]: 1 })
})

test('one click, which ends the session that the browser came with', async () => {
  const edith = await signIn(app, 'editor')
  const click = await edith.call('demo.signInAs', { persona: 'admin' })
  expect(click.code).toBe('ok')
  expect(await onRecord(persona('editor').id)).toEqual({ [BEGAN]: 1, [ENDED]: 1 })
  expect(await onRecord(persona('admin').id)).toEqual({ [BEGAN]: 1 })
})

test('ending the others', async () => {
  const here = await signIn(app, 'billing')
  await signIn(app, 'billing')
  await signIn(app, 'billing')
  expect((await here.call('account.revokeOtherSessions')).code).toBe('ok')
  expect(await onRecord(persona('billing').id)).toEqual({ [BEGAN]: 3, [ENDED]: 2 })
})

test('no session without its record, and none ends without', async () => {
  const otto = await signIn(app, 'outsider')
  const before = await onRecord(persona('outsider').id)
  await app.database.query('revoke insert on account_events from gatehouse_app')
  try {
    await expect(signIn(app, 'outsider')).rejects.toThrow()
    await callerWith(app, otto.cookie).request('/api/auth/sign-out', {
      method: 'POST',
      headers: { origin: app.origin, 'content-type': 'application/json' },
      body: '{}',
    })
  } finally {
    await app.database.query('grant insert on account_events to gatehouse_app')
  }
  expect(await onRecord(persona('outsider').id)).toEqual(before)
  expect((await otto.call('account.getViewer')).code).toBe('ok')
})

test('a session that only expired was ended by nobody', async () => {
  await signIn(app, 'consultant')
  await app.database.query(
    `update auth.session set expires_at = now() - interval '1 minute' where user_id = $1`,
    [persona('consultant').id],
  )
  await app.database.query('delete from auth.session where user_id = $1', [
    persona('consultant').id,
  ])
  expect(await onRecord(persona('consultant').id)).toEqual({ [BEGAN]: 1 })
})
