import { createFileRoute } from '@tanstack/react-router'
import { readiness } from '~/features/health/health.server'
import { publicAccess } from '~/middleware/public'

/** The database answers, its migrations are this build's, and the app's login is a safe one. */
export const Route = createFileRoute('/readyz')({
  server: {
    middleware: [publicAccess('asked by load balancers, who have no session')],
    handlers: { GET: () => readiness() },
  },
})
