/** The entrances to the audit log. The download is a server route: routes/api/audit-export.ts. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { requirePermission } from '~/middleware/permission'
import { listAuditEventsSchema, listDenialsSchema } from './audit.schema'
import * as logic from './audit.server'

export const listAuditEvents = createServerFn({ method: 'GET' })
  .middleware([requirePermission('audit:read')])
  .validator(accept(listAuditEventsSchema))
  .handler(({ context, data }) => logic.listAuditEvents(context, data))

export const listDenials = createServerFn({ method: 'GET' })
  .middleware([requirePermission('audit:read')])
  .validator(accept(listDenialsSchema))
  .handler(({ context, data }) => logic.listDenials(context, data))

export const verifyAuditTrail = createServerFn({ method: 'GET' })
  .middleware([requirePermission('audit:read')])
  .validator(accept(nothing))
  .handler(({ context }) => logic.verifyAuditTrail(context))
