/** The error boundary: what a client is told, with which status, and that it is on record. */
import type { Mutant } from '../mutant.ts'

export const errors: readonly Mutant[] = [
  {
    name: 'errors: refusals keep the status of success',
    edits: [
      {
        file: 'src/middleware/errors.ts',
        find: 'if (calls.has(request)) setResponseStatus(refusal.status)',
        replace: 'setResponseStatus(200)',
      },
    ],
    killedBy: {
      spec: 'principals.spec.ts',
      title:
        'account.getViewer: only who may gets in, and only then does anything change (1, 3, 5)',
    },
    entrance: 'account.getViewer as anonymous',
    layer: 'the error mapping',
    observed: '200 unauthenticated',
  },
  {
    name: 'refusing: what a route refuses keeps the status of success',
    edits: [
      {
        file: 'src/middleware/refusing.ts',
        find: '{ status, headers })',
        replace: '{ status: 200, headers })',
      },
    ],
    killedBy: {
      spec: 'routes.spec.ts',
      title: '/api/audit-export: only who may gets in (1, 3, 5)',
    },
    entrance: '/api/audit-export as anonymous',
    layer: 'the session gate',
    observed: '200 ok',
  },
  {
    name: "errors: the parser's own words are passed on",
    edits: [
      {
        file: 'src/middleware/errors.ts',
        find: 'if (response.status !== 500 || mapped.has(request)) return',
        replace: 'return',
      },
    ],
    killedBy: {
      spec: 'requests.spec.ts',
      title: 'documents.updateDocument: a payload that cannot be read is refused as such (10)',
    },
    entrance: 'documents.updateDocument',
    layer: 'the error mapping',
    observed: '500 without a code',
  },
  {
    name: 'errors: an unforeseen failure says what it was',
    edits: [
      {
        file: 'src/middleware/errors.ts',
        find: 'return internal(incident)',
        replace: 'return internal(String(error))',
      },
      // Something has to fail first; masked, this alone leaves the test green.
      {
        file: 'src/features/dashboard/dashboard.functions.ts',
        find: 'logic.getDashboard(context)',
        replace:
          "logic.getDashboard({ ...context, db: { select: () => { throw new Error('select token from session') } } })",
      },
    ],
    killedBy: {
      spec: 'headers.spec.ts',
      title: 'dashboard.getDashboard: its answers are kept by nobody and framed by nobody (37)',
    },
    entrance: 'dashboard.getDashboard as owner',
    layer: 'the error mapping',
    observed: 'select token from session',
  },
  {
    name: 'denials: none is written',
    edits: [
      { file: 'src/audit/denials.ts', find: 'if (!DENIALS.has(code)) return', replace: 'return' },
    ],
    killedBy: {
      spec: 'denials.spec.ts',
      title: 'projects.createProject as viewer: the refusal (forbidden) is on record',
    },
    entrance: 'projects.createProject as viewer',
    layer: 'the denial log',
    observed: 'Array []',
  },
  {
    name: 'errors: a call that never reached its function leaves no denial',
    edits: [
      {
        file: 'src/middleware/errors.ts',
        find: 'return refuse(cause, SERVER_FN_BASE, request)',
        replace: 'return databaseFailure(cause) ?? unexpected(cause, SERVER_FN_BASE)',
      },
    ],
    killedBy: {
      spec: 'denials.spec.ts',
      title: 'projects.updateProject, from another site as owner: the refusal (csrf) is on record',
    },
    entrance: 'projects.updateProject, from another site as owner',
    layer: 'the denial log',
    observed: 'Array []',
  },
  {
    name: 'errors: a route that refuses leaves no denial',
    edits: [
      {
        file: 'src/middleware/errors.ts',
        find: 'return toResponse(await refuse(error, entranceAt(pathname), request))',
        replace:
          'return toResponse(databaseFailure(error) ?? unexpected(error, entranceAt(pathname)))',
      },
    ],
    killedBy: {
      spec: 'denials.spec.ts',
      title: '/api/audit-export as editor: the refusal (forbidden) is on record',
    },
    entrance: '/api/audit-export as editor',
    layer: 'the denial log',
    observed: 'Array []',
  },
]
