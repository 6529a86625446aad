import { createFileRoute } from '@tanstack/react-router'
import { serveAuth } from '~/features/account/sign-in.server'
import { publicAccess } from '~/middleware/public'

/** Signing in and out; every other endpoint that Better Auth would serve here answers 404. */
export const Route = createFileRoute('/api/auth/$')({
  server: {
    middleware: [publicAccess('nobody has a session before signing in')],
    handlers: { ANY: ({ request }) => serveAuth(request) },
  },
})
