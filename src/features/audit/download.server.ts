/** The audit log as a download. */
import type { TenantContext } from '~/middleware/context'
import { exportAuditLog } from './audit.server'

/** @returns a file of JSON lines */
export async function downloadAuditLog(ctx: TenantContext): Promise<Response> {
  const body = await exportAuditLog(ctx)
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.jsonl"',
    },
  })
}
