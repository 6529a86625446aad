/** Reading the audit log: a page of it, all of it, and whether anybody has touched it. */
import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { firstBrokenLink } from '~/audit/chain'
import { auditEvents, auditHeads, denials } from '~/db/schema/audit'
import { memberProfiles } from '~/db/schema/organizations'
import type { TenantContext } from '~/middleware/context'

const PAGE = 50

/** One page, the latest first, and the number to ask the next page with. */
export async function listAuditEvents(ctx: TenantContext, before: number | undefined) {
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.orgId, ctx.organization.id),
        before === undefined ? undefined : lt(auditEvents.seq, before),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(PAGE + 1)
  const events = rows.slice(0, PAGE).map(({ mac: _mac, before: was, after, ...event }) => ({
    ...event,
    // Free-form facts cross the wire as text: the page only shows them.
    before: was === null ? null : JSON.stringify(was),
    after: after === null ? null : JSON.stringify(after),
  }))
  return { events, next: rows.length > PAGE ? (events.at(-1)?.seq ?? null) : null }
}

/** The latest refusals in this organization. */
export async function listDenials(ctx: TenantContext) {
  return ctx.db
    .select({
      id: denials.id,
      at: denials.at,
      entrance: denials.entrance,
      code: denials.code,
      permission: denials.permission,
      name: memberProfiles.name,
    })
    .from(denials)
    .leftJoin(
      memberProfiles,
      and(eq(memberProfiles.orgId, denials.orgId), eq(memberProfiles.userId, denials.userId)),
    )
    .where(eq(denials.orgId, ctx.organization.id))
    .orderBy(desc(denials.at))
    .limit(PAGE)
}

/** Recomputes the whole chain. @returns the first row that was altered or is missing, if any. */
export async function verifyAuditTrail(ctx: TenantContext) {
  const rows = await everyEvent(ctx)
  const [head] = await ctx.db
    .select()
    .from(auditHeads)
    .where(eq(auditHeads.orgId, ctx.organization.id))
  const brokenAt = firstBrokenLink(rows, head ?? { seq: 0, mac: '' })
  return { events: rows.length, brokenAt: brokenAt ?? null }
}

/** The whole log as JSON lines, oldest first, with the MACs that prove it. */
export async function exportAuditLog(ctx: TenantContext): Promise<string> {
  const rows = await everyEvent(ctx)
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

async function everyEvent(ctx: TenantContext) {
  return ctx.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.orgId, ctx.organization.id))
    .orderBy(asc(auditEvents.seq))
}
