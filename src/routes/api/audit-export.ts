import { createFileRoute } from '@tanstack/react-router'
import { downloadAuditLog } from '~/features/audit/download.server'
import { requireFeature } from '~/middleware/feature'
import { requirePermissions } from '~/middleware/permission'

/** The audit log as a file. The same gates as a server function's, in a route. */
export const Route = createFileRoute('/api/audit-export')({
  server: {
    middleware: [
      requirePermissions(['audit:read', 'audit:export']),
      requireFeature('audit-export'),
    ],
    handlers: { GET: ({ context }) => downloadAuditLog(context) },
  },
})
