/**
 * The audit writer. A change and its record are one transaction: when the record cannot be
 * written, the change does not happen.
 */
import { eq } from 'drizzle-orm'
import { auditEvents, auditHeads } from '~/db/schema/audit'
import type { TenantDb } from '~/db/tenant-door'
import { newId } from '~/platform/ids'
import { CHAIN_START, chainMac } from './chain'

/** What the record says about a change. `before` and `after` hold the fields that changed. */
export interface Change {
  readonly target: { readonly type: string; readonly id: string; readonly name: string }
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
}

/** Who did it, where, through which entrance. */
export interface ChangeAuthor {
  readonly orgId: string
  readonly actorId: string
  readonly actorName: string
  /** The server function or route, by its stable id. */
  readonly action: string
}

/** Counts the records of one transaction; the tenant gate refuses a mutation that wrote none. */
export interface Trail {
  record(change: Change): Promise<void>
  /** As many records in as many statements as one. */
  recordAll(changes: readonly Change[]): Promise<void>
  readonly written: number
}

/**
 * The trail of one transaction.
 *
 * @param db the transaction, in the author's organization
 * @param author who acts; the same for every record of the transaction
 * @param now when it happens; seeds pass a date in the past
 */
export function openTrail(db: TenantDb, author: ChangeAuthor, now?: () => Date): Trail {
  let written = 0
  async function recordAll(changes: readonly Change[]): Promise<void> {
    await append(db, author, changes, now?.() ?? new Date())
    written += changes.length
  }
  return {
    record: (change) => recordAll([change]),
    recordAll,
    get written() {
      return written
    },
  }
}

async function append(
  db: TenantDb,
  author: ChangeAuthor,
  changes: readonly Change[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return
  // The lock on the head lets one transaction at a time join the chain.
  const [head] = await db
    .select()
    .from(auditHeads)
    .where(eq(auditHeads.orgId, author.orgId))
    .for('update')
  let { seq, mac } = head ?? { seq: 0, mac: CHAIN_START }
  const rows = changes.map((change) => {
    seq += 1
    const row = {
      orgId: author.orgId,
      seq,
      id: newId(),
      at,
      actorId: author.actorId,
      actorName: author.actorName,
      action: author.action,
      targetType: change.target.type,
      targetId: change.target.id,
      targetName: change.target.name,
      before: change.before ?? null,
      after: change.after ?? null,
    }
    mac = chainMac(mac, row)
    return { ...row, mac }
  })
  await db.insert(auditEvents).values(rows)
  await moveHead(db, author.orgId, { seq, mac })
}

async function moveHead(db: TenantDb, orgId: string, head: { seq: number; mac: string }) {
  await db
    .insert(auditHeads)
    .values({ orgId, ...head })
    .onConflictDoUpdate({ target: auditHeads.orgId, set: head })
}
