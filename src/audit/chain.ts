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

/**
 * @param rows an organization's rows in order of seq, from the first
 * @param head the chain's end as recorded; a shorter list of rows means that rows are missing
 * @returns the seq of the first row that doesn't fit, or undefined when all do
 */
export function firstBrokenLink(
  rows: readonly AuditRow[],
  head: { readonly seq: number; readonly mac: string },
): number | undefined {
  let previous = CHAIN_START
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.mac !== chainMac(previous, row)) return index + 1
    previous = row.mac
  }
  return rows.length === head.seq && previous === head.mac ? undefined : rows.length + 1
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
