/**
 * The audit log as a download: JSON lines, oldest first, with the MACs that prove them.
 *
 * The answer begins at once and a page is read when the caller has taken the one before, each behind
 * a door of its own: a slow reader keeps no connection, and one who goes away ends it. It holds the
 * log as it was when the gates let the caller in.
 */
import type { AuditRow } from '~/audit/chain'
import { withTenant } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { failureFacts } from '~/platform/failure-facts'
import { log } from '~/platform/log'
import { endOfLog, eventsAfter, pagesOfLog } from './whole-log.server'

/** @returns a file of JSON lines */
export async function downloadAuditLog({ db, organization }: TenantContext): Promise<Response> {
  const orgId = organization.id
  const { last } = await endOfLog(db, orgId)
  const pages = pagesOfLog(last, (page) =>
    withTenant(orgId, 'read', (own) => eventsAfter(own, orgId, page)),
  )
  return new Response(streamOf(pages), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.jsonl"',
    },
  })
}

function streamOf(pages: AsyncGenerator<AuditRow[], void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value: rows, done } = await pages.next()
          if (done === true) return controller.close()
          const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
          controller.enqueue(encoder.encode(lines))
        } catch (error) {
          // The status is long sent: breaking off is what tells the caller that it isn't all.
          log().error({ failure: failureFacts(error) }, 'a download of the audit log broke off')
          throw error
        }
      },
      async cancel() {
        await pages.return()
      },
    },
    // Nothing is read ahead.
    { highWaterMark: 0 },
  )
}
