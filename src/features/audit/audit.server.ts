/** Reading the audit log: a page of it, and whether anybody has touched it. */
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { z } from 'zod'
import { firstBrokenLink } from '~/audit/chain'
import { contains, window } from '~/db/lists'
import { auditEvents, denials } from '~/db/schema/audit'
import { memberProfiles } from '~/db/schema/organizations'
import type { TenantContext } from '~/middleware/context'
import { endOfLog, eventsAfter, pagesOfLog } from './whole-log.server'
import type { listAuditEventsSchema, listDenialsSchema } from './audit.schema'

type EventFilters = z.output<typeof listAuditEventsSchema>
type DenialFilters = z.output<typeof listDenialsSchema>

const PAGE = 50

/** One page, the latest first, and the number to ask the next page with. */
export async function listAuditEvents(ctx: TenantContext, filters: EventFilters) {
  const { search, type, from, to, before: end } = filters
  const { action, targetName, actorName, targetType, at, seq } = auditEvents
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.orgId, ctx.organization.id),
        contains(search, action, targetName, actorName),
        type === undefined ? undefined : eq(targetType, type),
        from === undefined ? undefined : gte(at, startOf(from)),
        to === undefined ? undefined : lt(at, startOf(to, 1)),
        end === undefined ? undefined : lt(seq, end),
      ),
    )
    .orderBy(desc(seq))
    .limit(PAGE + 1)
  const events = rows.slice(0, PAGE).map(({ mac: _mac, before: was, after, ...event }) => ({
    ...event,
    // Free-form facts cross the wire as text: the page only shows them.
    before: was === null ? null : JSON.stringify(was),
    after: after === null ? null : JSON.stringify(after),
  }))
  return { events, next: rows.length > PAGE ? (events.at(-1)?.seq ?? null) : null }
}

/** The beginning of a day in UTC, or of one that many days later. */
function startOf(day: string, later = 0): Date {
  const start = new Date(`${day}T00:00:00Z`)
  start.setUTCDate(start.getUTCDate() + later)
  return start
}

/** A page of the refusals in this organization, the latest first. */
export async function listDenials(ctx: TenantContext, filters: DenialFilters) {
  const { search, code, page = 1 } = filters
  const { limit, offset } = window(page)
  const found = await ctx.db
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
    .where(
      and(
        eq(denials.orgId, ctx.organization.id),
        contains(search, denials.entrance, memberProfiles.name),
        code === undefined ? undefined : eq(denials.code, code),
      ),
    )
    .orderBy(desc(denials.at), desc(denials.id))
    .limit(limit)
    .offset(offset)
  return { rows: found.slice(0, limit - 1), hasMore: found.length === limit }
}

/** Recomputes the whole chain. @returns the first row that was altered or is missing, if any. */
export async function verifyAuditTrail({ db, organization }: TenantContext) {
  const { head, last } = await endOfLog(db, organization.id)
  const pages = pagesOfLog(last, (page) => eventsAfter(db, organization.id, page))
  const { fitting, brokenAt } = await firstBrokenLink(pages, head)
  return { events: fitting, brokenAt: brokenAt ?? null }
}
