/**
 * All of an organization's audit log, a page at a time: it only ever grows, and must not have to fit
 * into memory.
 */
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { type AuditRow, CHAIN_START, type ChainEnd } from '~/audit/chain'
import { auditEvents, auditHeads } from '~/db/schema/audit'
import type { TenantDb } from '~/db/tenant-door'

/** Rows that are in memory at once. */
const PAGE = 1000

/** Which rows come next: those after one, if any, up to the last. */
interface LogPage {
  readonly after: number | undefined
  readonly last: number
}

/**
 * Where the log ends now. A row and the head that names it are committed together and read here in
 * one statement, so what is appended afterwards belongs to neither: whoever reads up to `last` reads
 * the log as it was at this moment, in however many statements.
 */
export async function endOfLog(
  db: TenantDb,
  orgId: string,
): Promise<{ readonly head: ChainEnd; readonly last: number }> {
  const { rows } = await db.execute<{
    seq: string | null
    mac: string | null
    last: string | null
  }>(
    sql`select h.seq, h.mac, (select max(seq) from ${auditEvents} where org_id = ${orgId}) as last
        from (select) one left join ${auditHeads} h on h.org_id = ${orgId}`,
  )
  const [end] = rows
  return {
    head: { seq: Number(end?.seq ?? 0), mac: end?.mac ?? CHAIN_START },
    last: Number(end?.last ?? 0),
  }
}

/** One page, the oldest row first, along the primary key. */
export async function eventsAfter(
  db: TenantDb,
  orgId: string,
  { after, last }: LogPage,
): Promise<AuditRow[]> {
  const { seq } = auditEvents
  return db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.orgId, orgId),
        // No least number for the first page: one below 1 is somebody's forgery, and must show.
        after === undefined ? undefined : gt(seq, after),
        lte(seq, last),
      ),
    )
    .orderBy(asc(seq))
    .limit(PAGE)
}

/** Every page up to the last row, each read when the one before it has been dealt with. */
export async function* pagesOfLog(
  last: number,
  read: (page: LogPage) => Promise<AuditRow[]>,
): AsyncGenerator<AuditRow[], void, undefined> {
  let after: number | undefined
  for (;;) {
    const rows = await read({ after, last })
    const newest = rows.at(-1)
    if (newest === undefined) return
    yield rows
    if (rows.length < PAGE) return
    after = newest.seq
  }
}
