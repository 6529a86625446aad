import { createFileRoute } from '@tanstack/react-router'
import { publicAccess } from '~/middleware/public'

/** The process answers. Says nothing about the database: see /readyz. */
export const Route = createFileRoute('/healthz')({
  server: {
    middleware: [publicAccess('asked by process supervisors, who have no session')],
    handlers: { GET: () => Response.json({ status: 'ok' }) },
  },
})
