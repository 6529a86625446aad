/** A trail longer than a page: verified and downloaded whole, a page at a time. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTrail } from '~/audit/record'
import { closePool } from '~/db/client'
import { withTenant } from '~/db/tenant-door'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'

const app = appForFile()
const MORE = 2_500

let olivia: Caller
let before: number

beforeAll(async () => {
  olivia = await app.as('owner')
  before = await length()
  const { id: actorId, name: actorName } = persona('owner')
  await withTenant(LARKSPUR, 'write', async (db) => {
    const trail = openTrail(db, { orgId: LARKSPUR, actorId, actorName, action: 'tests.append' })
    const target = { type: 'project', id: LARKSPUR, name: 'A long history' }
    await trail.recordAll(Array.from({ length: MORE }, (_, turn) => ({ target, after: { turn } })))
  })
})

afterAll(closePool)

async function length(): Promise<number> {
  const [row] = await app.database.query<{ rows: number }>(
    'select count(*)::int as rows from audit_events where org_id = $1',
    [LARKSPUR],
  )
  return row?.rows ?? 0
}

const verify = async () => (await olivia.call('audit.verifyAuditTrail')).result

/** The file, and how it arrived. */
async function download() {
  const { body } = await olivia.request('/api/audit-export')
  if (body === null) throw new Error('nothing was sent')
  const chunks: string[] = []
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) chunks.push(chunk)
  const lines = chunks.join('').trimEnd().split('\n')
  // Each line is a row of the log, which says its number.
  return { chunks, numbers: lines.map((line) => (JSON.parse(line) as { seq: number }).seq) }
}

test('all of it is verified', async () => {
  expect(await verify()).toEqual({ events: before + MORE, brokenAt: null })
})

test('a row altered on any page is found out', async () => {
  const tampered = [1000, 1001, 2000, before + MORE]
  for (const seq of tampered) {
    const set = (to: string) =>
      app.database.query(
        `update audit_events set target_name = ${to} where org_id = $1 and seq = $2`,
        [LARKSPUR, seq],
      )
    await set(`target_name || '!'`)
    expect(await verify()).toEqual({ events: seq - 1, brokenAt: seq })
    await set(`left(target_name, -1)`)
  }
  expect((await verify()).brokenAt).toBeNull()
})

test('all of it is downloaded, in order, and never more than a page at once', async () => {
  const { chunks, numbers } = await download()
  expect(numbers).toEqual(Array.from({ length: before + MORE }, (_, index) => index + 1))
  const most = Math.max(...chunks.map((chunk) => chunk.split('\n').length - 1))
  expect(most).toBeLessThanOrEqual(1000)
})

test('what is appended while it is read is in no later page', async () => {
  const { body } = await olivia.request('/api/audit-export')
  if (body === null) throw new Error('nothing was sent')
  const made = await olivia.call('projects.createProject', { name: 'Made meanwhile' })
  expect(made.code).toBe('ok')
  const text = await new Response(body).text()
  expect(text.trimEnd().split('\n')).toHaveLength(before + MORE)
  expect(await verify()).toEqual({ events: before + MORE + 1, brokenAt: null })
})
