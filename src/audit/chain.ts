/**
 * Makes a changed audit row visible. Each row's MAC covers its content and the MAC before it, with
 * a key that the database never sees: whoever edits or reorders rows, or removes some from the
 * middle, with full rights on the database cannot make the chain fit again. Not shown: the newest
 * rows cut off and the head set back to an earlier row. That takes a head kept elsewhere.
 */
import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '~/platform/env'

/** What a MAC covers: every column but the MAC itself. */
export interface AuditContent {
  readonly orgId: string
  readonly seq: number
  readonly id: string
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  readonly action: string
  readonly targetType: string
  readonly targetId: string
  readonly targetName: string
  readonly before: unknown
  readonly after: unknown
}

export interface AuditRow extends AuditContent {
  readonly mac: string
}

/** The MAC "before" the first row of an organization. */
export const CHAIN_START = ''

/** @returns the MAC of a row that follows the row whose MAC is `previous`. */
export function chainMac(previous: string, row: AuditContent): string {
  const covered = [
    previous,
    row.orgId,
    row.seq,
    row.id,
    row.at.toISOString(),
    row.actorId,
    row.actorName,
    row.action,
    row.targetType,
    row.targetId,
    row.targetName,
    canonical(row.before),
    canonical(row.after),
  ]
  return createHmac('sha256', chainKey()).update(JSON.stringify(covered)).digest('base64url')
}

/** A chain as far as it was followed: how many rows fitted, and the MAC of the last of them. */
export interface ChainEnd {
  readonly seq: number
  readonly mac: string
}

/**
 * Follows an organization's chain without holding more of it than a page.
 *
 * @param pages its rows in order of seq, from the first
 * @param head the chain's end as recorded; fewer rows mean that rows are missing
 * @returns the seq of the first row that doesn't fit, or undefined when all do, and how many did
 */
export async function firstBrokenLink(
  pages: AsyncIterable<readonly AuditRow[]>,
  head: ChainEnd,
): Promise<{ readonly fitting: number; readonly brokenAt: number | undefined }> {
  let end: ChainEnd = { seq: 0, mac: CHAIN_START }
  for await (const rows of pages) {
    for (const row of rows) {
      const seq = end.seq + 1
      if (row.seq !== seq || row.mac !== chainMac(end.mac, row)) {
        return { fitting: end.seq, brokenAt: seq }
      }
      end = { seq, mac: row.mac }
    }
  }
  const isWhole = end.seq === head.seq && end.mac === head.mac
  return { fitting: end.seq, brokenAt: isWhole ? undefined : end.seq + 1 }
}

function chainKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'gatehouse audit chain', 32))
}

/** Key order doesn't survive jsonb, so it must not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
