/** What a provider tells of becomes the plan and an invoice: once, however often it is told. */
import { desc, eq } from 'drizzle-orm'
import { invoices } from '~/db/schema/billing'
import { organizations } from '~/db/schema/organizations'
import type { TenantDb } from '~/db/tenant-door'
import { newId } from '~/platform/ids'
import type { BillingEvent } from './provider.server'

const MOST_SHOWN = 24

/**
 * @param db the transaction, in the organization that the event is about
 * @returns false for an event that was applied before; then nothing is changed
 */
export async function applyEvent(
  db: TenantDb,
  orgId: string,
  event: BillingEvent,
): Promise<boolean> {
  const { id: providerEventId, at: issuedAt, plan, amountCents, periodStart, periodEnd } = event
  const period = { periodStart, periodEnd }
  const made = await db
    .insert(invoices)
    .values({ orgId, id: newId(), plan, amountCents, issuedAt, ...period, providerEventId })
    .onConflictDoNothing()
    .returning({ id: invoices.id })
  if (made.length === 0) return false
  await db
    .update(organizations)
    .set({ plan, pendingPlan: null, updatedAt: issuedAt })
    .where(eq(organizations.id, orgId))
  return true
}

/** The latest invoices. */
export async function listInvoices(db: TenantDb, orgId: string) {
  return db
    .select({
      id: invoices.id,
      plan: invoices.plan,
      amountCents: invoices.amountCents,
      currency: invoices.currency,
      issuedAt: invoices.issuedAt,
      periodStart: invoices.periodStart,
      periodEnd: invoices.periodEnd,
    })
    .from(invoices)
    .where(eq(invoices.orgId, orgId))
    .orderBy(desc(invoices.issuedAt), desc(invoices.id))
    .limit(MOST_SHOWN)
}
