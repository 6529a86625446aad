/** What stands around every request: hosts, sizes, other sites, errors, headers. */
import type { Mutant } from '../mutant.ts'

export const aroundRequests: readonly Mutant[] = [
  {
    name: 'server: answers for any host',
    edits: [
      {
        file: 'src/server.ts',
        find: "return url.host === expected && (request.headers.get('host') ?? expected) === expected",
        replace: 'return true',
      },
    ],
    killedBy: {
      spec: 'cross-site.spec.ts',
      title: 'documents.getDocument: answers for no host but its own (8)',
    },
    entrance: 'documents.getDocument',
    layer: 'the host check',
    observed: '200 ok',
  },
  {
    name: 'server: the address overrules the Host header',
    edits: [
      {
        file: 'src/server.ts',
        find: "return url.host === expected && (request.headers.get('host') ?? expected) === expected",
        replace: 'return url.host === expected',
      },
    ],
    killedBy: {
      spec: 'cross-site.spec.ts',
      title: 'documents.getDocument: an absolute address selects no other host (8)',
    },
    entrance: 'documents.getDocument as owner, our address with a foreign Host',
    layer: 'the host check',
    observed: '200 ok',
  },
  {
    name: 'server: the Host header overrules the address',
    edits: [
      {
        file: 'src/server.ts',
        find: "return url.host === expected && (request.headers.get('host') ?? expected) === expected",
        replace: "return (request.headers.get('host') ?? expected) === expected",
      },
    ],
    killedBy: {
      spec: 'cross-site.spec.ts',
      title: 'documents.getDocument: an absolute address selects no other host (8)',
    },
    entrance: 'documents.getDocument as owner, a foreign address',
    layer: 'the host check',
    observed: '200 ok',
  },
  {
    name: 'server: an empty function id is passed on',
    edits: [
      {
        file: 'src/server.ts',
        find: '/^\\/_serverFn\\/[\\w.-]+$/',
        replace: '/^\\/_serverFn\\/[\\w.-]*$/',
      },
    ],
    killedBy: {
      spec: 'addresses.spec.ts',
      title: '/_serverFn/ is the address of no function (10)',
    },
    entrance: '/_serverFn/ as owner by POST',
    layer: 'the address check',
    observed: '500 without a code',
  },
  {
    name: 'server: addresses in escapes are passed on',
    edits: [
      {
        file: 'src/middleware/entrances.ts',
        find: "return pathname.includes('%') && ",
        replace: 'return false && ',
      },
    ],
    killedBy: {
      spec: 'addresses.spec.ts',
      title: '/%5FserverFn/projects.updateProject is the address of no function (10)',
    },
    entrance: '/%5FserverFn/projects.updateProject as owner by POST',
    layer: 'the address check',
    observed: '405 method_not_allowed',
  },
  {
    name: 'server: reads bodies of any size',
    edits: [
      {
        file: 'src/server.ts',
        find: 'limitRequestBody(request, MAX_BODY_BYTES, { createError: tooLarge })',
        replace: 'request',
      },
    ],
    killedBy: {
      spec: 'requests.spec.ts',
      title:
        'documents.updateDocument: a request beyond the limit is refused, with and without a length (11)',
    },
    entrance: 'documents.updateDocument',
    layer: 'the body limit',
    observed: 'Received: 400',
  },
  {
    name: 'server: reads addresses of any length',
    edits: [
      {
        file: 'src/server.ts',
        find: 'if (request.url.length > MAX_URL_LENGTH) return tooLarge()',
        replace: '',
      },
    ],
    killedBy: {
      spec: 'requests.spec.ts',
      title:
        'documents.getDocument: a request beyond the limit is refused, with and without a length (11)',
    },
    entrance: 'documents.getDocument',
    layer: 'the body limit',
    observed: '400 malformed_request',
  },
  {
    name: 'start: the cross-site check is not named',
    edits: [
      {
        file: 'src/start.ts',
        find: '[requestErrors, csrfMiddleware, originMiddleware]',
        replace: '[requestErrors, originMiddleware]',
      },
    ],
    killedBy: {
      spec: 'cross-site.spec.ts',
      title: 'documents.updateDocument: nothing that another site can send gets in (7)',
    },
    entrance: 'documents.updateDocument',
    layer: 'the cross-site check',
    observed: '200 ok',
  },
  {
    name: 'csrf: calls by GET are not looked at',
    edits: [
      {
        file: 'src/middleware/csrf.ts',
        find: "handlerType === 'serverFn' || !SAFE_METHODS.has(request.method)",
        replace: '!SAFE_METHODS.has(request.method)',
      },
    ],
    killedBy: {
      spec: 'cross-site.spec.ts',
      title: 'documents.getDocument: nothing that another site can send gets in (7)',
    },
    entrance: 'documents.getDocument',
    layer: 'the cross-site check',
    observed: '200 ok',
  },
  {
    name: 'csrf: a foreign Origin beside same-origin metadata passes',
    edits: [
      {
        file: 'src/middleware/csrf.ts',
        find: 'if (origin !== null && origin !== appOrigin()) refuse()',
        replace: '',
      },
    ],
    killedBy: {
      spec: 'cross-site.spec.ts',
      title: 'documents.getDocument: nothing that another site can send gets in (7)',
    },
    entrance: 'documents.getDocument as owner, a foreign Origin beside same-origin metadata',
    layer: 'the cross-site check',
    observed: '200 ok',
  },
  {
    name: 'headers: shared caches may keep answers',
    edits: [
      {
        file: 'src/middleware/headers.ts',
        find: "headers.set('cache-control', 'private, no-store')",
        replace: "headers.set('cache-control', 'public, max-age=60')",
      },
    ],
    killedBy: {
      spec: 'headers.spec.ts',
      title: 'documents.getDocument: its answers are kept by nobody and framed by nobody (37)',
    },
    entrance: 'documents.getDocument',
    layer: 'the headers of the answer',
    observed: 'public, max-age=60',
  },
  {
    name: 'compression: whoever asked',
    edits: [
      {
        file: 'src/middleware/compression.ts',
        find: "OURS.has(headers.get('sec-fetch-site'))",
        replace: 'true',
      },
    ],
    killedBy: {
      spec: 'pages.spec.ts',
      title: "a page's length tells other sites nothing (BREACH)",
    },
    entrance: 'the page /documents as owner, asked for by cross-site',
    layer: 'compression',
    observed: 'Received: "gzip"',
  },
]
