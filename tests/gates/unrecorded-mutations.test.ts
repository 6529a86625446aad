/** The tenant gate itself: what it opens is closed with a record, or undone. */
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Access } from '~/authz'
import type { CurrentSession } from '~/auth/session'
import type { TenantContext } from '~/middleware/context'
import { tenantMiddleware } from '~/middleware/tenant'
import { newId } from '~/platform/ids'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { doorsForFile } from '../support/doors'

const database = doorsForFile()

const { id: userId, name, email } = persona('owner')
const access: Access = {
  userId,
  orgId: LARKSPUR,
  membershipId: newId(),
  status: 'active',
  roles: [],
  permissions: new Set(),
}
const principal = { userId, name, email, sessionId: newId() }
const session: CurrentSession = {
  principal,
  organization: { id: LARKSPUR, name: 'Larkspur Labs', plan: 'enterprise' },
  access,
  accessVersion: '1',
}

type Handler = (context: TenantContext) => Promise<unknown>

/** Runs a handler behind the gate, as the framework would. */
async function behindTheGate(method: 'GET' | 'POST', handler: Handler): Promise<unknown> {
  const gate = tenantMiddleware.options.server
  if (gate === undefined) throw new Error('the tenant gate has no server side')
  const request = new Request('http://localhost:3000/_serverFn/test', { method })
  const next = (extra: { context: Omit<TenantContext, 'principal'> }) =>
    handler({ principal, ...extra.context })
  const options = { request, pathname: '/test', context: { session, principal }, next }
  // The framework's own call carries more; the gate reads these.
  return gate(options as unknown as Parameters<typeof gate>[0])
}

const rename: Handler = ({ db }) => db.execute(sql`update projects set name = 'renamed'`)
const record = ({ trail }: TenantContext) =>
  trail.record({ target: { type: 'project', id: newId(), name: 'A project' } })

async function renamed(): Promise<number> {
  const [row] = await database().query<{ rows: number }>(
    `select count(*)::int as rows from projects where name = 'renamed'`,
  )
  return row?.rows ?? -1
}

describe('a mutation', () => {
  test('that leaves no audit row is undone', async () => {
    await expect(behindTheGate('POST', rename)).rejects.toThrow('a mutation left no audit row')
    expect(await renamed()).toBe(0)
  })

  test('that fails after its audit row is undone, the row included', async () => {
    const rows = () => database().query('select count(*) from audit_events')
    const before = await rows()
    const failing = behindTheGate('POST', async (context) => {
      await rename(context)
      await record(context)
      throw new Error('too late')
    })
    await expect(failing).rejects.toThrow('too late')
    expect(await renamed()).toBe(0)
    expect(await rows()).toEqual(before)
  })

  test('that hides its own failure is undone all the same', async () => {
    const hiding = behindTheGate('POST', async (context) => {
      await rename(context)
      await record(context)
      await context.db.execute(sql`select 1 / 0`).catch(() => {})
    })
    await expect(hiding).rejects.toThrow('rolled back at commit')
    expect(await renamed()).toBe(0)
  })

  test('by way of a read is refused by the database', async () => {
    await expect(behindTheGate('GET', rename)).rejects.toThrow()
    expect(await renamed()).toBe(0)
  })

  test('that is recorded is done', async () => {
    await behindTheGate('POST', async (context) => {
      await rename(context)
      await record(context)
    })
    expect(await renamed()).toBeGreaterThan(0)
  })
})
