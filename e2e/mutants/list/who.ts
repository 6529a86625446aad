/** Who is asking: the cookie, the sign-in endpoints, the session, what is open to all. */
import type { Mutant } from '../mutant.ts'

const inAndOnly = (id: string) => ({
  spec: 'principals.spec.ts',
  title: `${id}: only who may gets in, and only then does anything change (1, 3, 5)`,
})

export const who: readonly Mutant[] = [
  {
    name: "cookie: anybody's signature is good",
    edits: [
      {
        file: 'src/auth/cookie.ts',
        find: 'return isSignedBy(env().AUTH_SECRET, token, value.slice(dot + 1)) ? token : undefined',
        replace: 'return token',
      },
    ],
    killedBy: {
      spec: 'cookies.spec.ts',
      title: 'account.getViewer: no cookie that was tampered with counts (2)',
    },
    entrance: 'account.getViewer with a changed signature',
    layer: 'the session gate',
    observed: '200 ok',
  },
  {
    name: 'endpoints: whatever the library mounts is served',
    edits: [
      {
        file: 'src/auth/endpoints.ts',
        find: 'return SERVED.has(`${method} ${pathname.slice(AUTH_BASE_PATH.length)}`)',
        replace: 'return true',
      },
    ],
    killedBy: {
      spec: 'auth-endpoints.spec.ts',
      title: 'POST /api/auth/revoke-other-sessions: as its row says (1, 5)',
    },
    entrance: 'POST /api/auth/revoke-other-sessions as anonymous',
    layer: 'the list of sign-in endpoints',
    // The library asks for a session, so it was asked.
    observed: '401 unauthenticated',
  },
  {
    name: 'sign-in: guessing goes on and on',
    edits: [
      {
        file: 'src/auth/sign-in-limits.ts',
        find: 'await consume(getLimiters().pair, `${account} ${network}`)',
        replace: '',
      },
    ],
    killedBy: {
      spec: 'sign-in.spec.ts',
      title: 'guessing stops at the limit, wherever the guesses claim to come from (8)',
    },
    entrance: '/api/auth/sign-in/email as dan@fernway.example',
    layer: 'the sign-in limit',
    observed: '200 ok',
  },
  {
    name: 'session: nobody counts as somebody',
    edits: [
      {
        file: 'src/middleware/session.ts',
        find: 'if (session === null) throw unauthenticated()',
        replace: `if (session === null) {
    const principal = { userId: crypto.randomUUID(), name: '', email: '', sessionId: '' }
    return next({ context: { session, principal } })
  }`,
      },
    ],
    killedBy: inAndOnly('account.listSessions'),
    entrance: 'account.listSessions as anonymous',
    layer: 'the session gate',
    observed: '200 ok',
  },
  {
    name: 'public: the supervisors of the process need a session',
    edits: [
      {
        file: 'src/middleware/public.ts',
        find: "import { createMiddleware } from '@tanstack/react-start'",
        replace: `import { createMiddleware } from '@tanstack/react-start'
import { authMiddleware } from './session'`,
      },
      {
        file: 'src/middleware/public.ts',
        find: 'return openToAll',
        // Only one of them: a server that never becomes ready is not attacked at all.
        replace: "return reason.includes('supervisors') ? authMiddleware : openToAll",
      },
    ],
    killedBy: {
      spec: 'routes.spec.ts',
      title: '/healthz: only who may gets in (1, 3, 5)',
    },
    entrance: '/healthz as anonymous',
    layer: 'every gate should let it pass',
    observed: '401 unauthenticated',
  },
  {
    name: 'demo: one-click sign-in is there without demo mode',
    edits: [
      {
        file: 'src/middleware/demo.ts',
        find: 'if (!isDemo()) throw notFound()',
        replace: '',
      },
    ],
    killedBy: {
      spec: 'demo-off.spec.ts',
      title: 'demo.listPersonas: outside demo mode it does not exist',
    },
    entrance: 'demo.listPersonas as anonymous, outside demo mode',
    layer: 'the demo gate',
    observed: '200 ok',
  },
]
