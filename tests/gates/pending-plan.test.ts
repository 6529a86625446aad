/** A provider that takes its time: until it tells of a payment, nothing has changed but what is shown. */
import { beforeAll, expect, test, vi } from 'vitest'
import { openTrail } from '~/audit/record'
import { closePool } from '~/db/client'
import { stopJobs } from '~/db/jobs'
import { withTenant } from '~/db/tenant-door'
import { changePlan, getBilling } from '~/features/billing/billing.server'
import { applyEvent } from '~/features/billing/invoices.server'
import type { BillingEvent, BillingProvider } from '~/features/billing/provider.server'
import type { TenantContext } from '~/middleware/context'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { environmentFor } from '../support/own-database'
import { databaseForFile } from '../support/database'

const provider: BillingProvider = { name: 'slow', settle: () => Promise.resolve('pending') }
vi.mock('~/features/billing/provider.server', async (original) => ({
  ...(await original<object>()),
  billingProvider: () => provider,
}))

const database = databaseForFile()

beforeAll(() => {
  Object.assign(process.env, environmentFor(database().url('app'), 'http://localhost:3000'))
  return async () => {
    await stopJobs()
    await closePool()
  }
})

const planNow = async () => {
  const [row] = await database().query<{ plan: string; pending_plan: string | null }>(
    'select plan, pending_plan from organizations where id = $1',
    [LARKSPUR],
  )
  return row
}

const atLarkspur = <Result>(work: (ctx: TenantContext) => Promise<Result>): Promise<Result> =>
  withTenant(LARKSPUR, 'write', async (db) => {
    const plan = (await planNow())?.plan ?? ''
    const { id: actorId, name: actorName } = persona('owner')
    const trail = openTrail(db, {
      orgId: LARKSPUR,
      actorId,
      actorName,
      action: 'billing.changePlan',
    })
    const organization = { id: LARKSPUR, name: 'Larkspur Labs', plan }
    // What a change of plan reads of a caller.
    return work({ db, trail, organization } as unknown as TenantContext)
  })

test('a change that is pending changes no plan and bills nothing; the event does, once', async () => {
  const from = (await planNow())?.plan
  const before = (await atLarkspur(getBilling)).invoices.length
  const to = from === 'pro' ? 'enterprise' : 'pro'
  expect(await atLarkspur((ctx) => changePlan(ctx, to))).toEqual({ isPending: true })
  expect(await planNow()).toEqual({ plan: from, pending_plan: to })
  expect(await atLarkspur(getBilling)).toMatchObject({ plan: from, pendingPlan: to })
  expect((await atLarkspur(getBilling)).invoices).toHaveLength(before)

  // Another choice takes its place.
  expect(await atLarkspur((ctx) => changePlan(ctx, 'free'))).toEqual({ isPending: true })
  expect(await planNow()).toEqual({ plan: from, pending_plan: 'free' })

  const at = new Date()
  const event: BillingEvent = {
    id: 'evt_1',
    plan: to,
    at,
    amountCents: 4900,
    periodStart: at,
    periodEnd: at,
  }
  expect(await atLarkspur(({ db }) => applyEvent(db, LARKSPUR, event))).toBe(true)
  expect(await planNow()).toEqual({ plan: to, pending_plan: null })
  expect(await atLarkspur(({ db }) => applyEvent(db, LARKSPUR, event))).toBe(false)
  expect((await atLarkspur(getBilling)).invoices).toHaveLength(before + 1)
})
