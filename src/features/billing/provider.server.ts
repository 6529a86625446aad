/**
 * Who takes the money. The product asks a provider to settle a change of plan and is told of an event,
 * at once or later; it applies events, and each once. The built-in provider settles at once, on paper,
 * which is all that a demo and a fork's first day need; docs/decisions/017 says where a real one goes.
 */
import { type PlanKey, PLANS } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'
import { newId } from '~/platform/ids'

/** A change of plan that somebody asked for. */
export interface PlanChange {
  readonly orgId: string
  readonly from: string
  readonly to: PlanKey
  readonly at: Date
}

/** What a provider tells of: from now on this plan, for this period, for this much. */
export interface BillingEvent {
  /** The provider's own id. The same event told twice is one invoice. */
  readonly id: string
  readonly plan: PlanKey
  readonly at: Date
  readonly amountCents: number
  readonly periodStart: Date
  readonly periodEnd: Date
}

export interface BillingProvider {
  readonly name: string
  /**
   * Called inside the transaction of the change: quick, and without the network. What takes the network
   * is a job that it puts into this transaction.
   *
   * @returns what is settled; or that it will be told of later, and the plan stays until then
   */
  settle(change: PlanChange, db: TenantDb): Promise<BillingEvent | 'pending'>
}

/** The one place that chooses who takes the money. */
export const billingProvider = (): BillingProvider => localProvider

/** A month from the change at the plan's price, without proration. It renews nothing, and says so. */
export const localProvider = {
  name: 'local',
  settle: ({ to, at }: PlanChange): Promise<BillingEvent> =>
    Promise.resolve({
      id: `local_${newId()}`,
      plan: to,
      at,
      amountCents: PLANS[to].price * 100,
      periodStart: at,
      periodEnd: monthAfter(at),
    }),
} satisfies BillingProvider

/** The same day of the next month, or its last: the 31st of January is followed by the 28th. */
export function monthAfter(day: Date): Date {
  const next = new Date(day)
  next.setUTCMonth(day.getUTCMonth() + 1)
  if (next.getUTCDate() !== day.getUTCDate()) next.setUTCDate(0)
  return next
}
