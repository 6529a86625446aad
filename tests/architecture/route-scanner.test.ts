/** The scanner of server routes, proved to bite: what is fine, then one mistake at a time. */
import { describe, expect, test } from 'vitest'
import { type Scan, scanSource } from '../../scripts/entrances'

const IMPORTS = `
import { createFileRoute, createRootRoute } from '@tanstack/react-router'
import { requireFeature } from '~/middleware/feature'
import { requirePermission } from '~/middleware/permission'
import { publicAccess } from '~/middleware/public'
import { authMiddleware } from '~/middleware/session'
import { requireNote } from '~/features/notes/notes.gate'
`

const FILE = 'src/routes/api.notes.ts'

const scan = (text: string): Scan => scanSource(FILE, `${IMPORTS}${text}`)

const route = (server: string): string =>
  `export const Route = createFileRoute('/api/notes')({ server: ${server} })`

describe('a well-declared server route is read', () => {
  test('with its path, methods and gates', () => {
    const { entrances, problems } = scan(
      route(`{
        middleware: [requirePermission('audit:export'), requireFeature('audit-export')],
        handlers: { GET: async ({ context }) => answer(context), POST() { return answer() } },
      }`),
    )
    expect(problems).toEqual([])
    expect(entrances).toEqual([
      {
        type: 'route',
        file: FILE,
        name: '/api/notes',
        methods: ['GET', 'POST'],
        kind: 'permission',
        gate: `requirePermission('audit:export')`,
        permissions: ['audit:export'],
        features: ['audit-export'],
        quotas: [],
      },
    ])
  })

  test('a page without server handlers is no entrance', () => {
    const page = `export const Route = createFileRoute('/notes')({ loader: () => listNotes() })`
    expect(scan(page)).toEqual({ entrances: [], problems: [] })
  })
})

describe('refused', () => {
  const handlers = 'handlers: { GET: () => answer() }'

  test.each([
    ['no gate', `{ ${handlers} }`, /names no gate/],
    ['an empty list of gates', `{ middleware: [], ${handlers} }`, /names no gate/],
    [
      'two kinds',
      `{ middleware: [authMiddleware, publicAccess('x')], ${handlers} }`,
      /second kind/,
    ],
    [
      'a gate for resources',
      `{ middleware: [requireNote('content:read')], ${handlers} }`,
      /resource gate/,
    ],
    [
      'handlers in a callback, with gates of their own',
      `{ middleware: [authMiddleware], handlers: ({ createHandlers }) => createHandlers({}) }`,
      /literal object/,
    ],
    [
      'a handler with gates of its own',
      `{ middleware: [authMiddleware], handlers: { GET: { middleware: [], handler: () => 1 } } }`,
      /not a function/,
    ],
    [
      'a handler from elsewhere',
      `{ middleware: [authMiddleware], handlers: { GET: handle } }`,
      /not a function/,
    ],
    [
      'spread handlers',
      `{ middleware: [authMiddleware], handlers: { ...more } }`,
      /unknown method/,
    ],
    [
      'an unknown method',
      `{ middleware: [authMiddleware], handlers: { FETCH: () => 1 } }`,
      /unknown method/,
    ],
    ['no handlers', `{ middleware: [authMiddleware] }`, /does not list its handlers/],
    ['nothing in handlers', `{ middleware: [authMiddleware], handlers: {} }`, /no handler/],
    ['something else', `{ middleware: [authMiddleware], ${handlers}, x: 1 }`, /something besides/],
    ['a spread', `{ ...shared, ${handlers} }`, /something besides/],
    ['a server from elsewhere', 'shared', /not a literal object/],
  ])('%s', (_, server, complaint) => {
    const { entrances, problems } = scan(route(server))
    expect(entrances).toEqual([])
    expect(problems).toEqual([expect.stringMatching(complaint)])
  })

  test.each([
    [`createFileRoute('/x')({ server })`, /not a literal object/],
    [`createFileRoute('/x')({ ...shared })`, /spread/],
    [`createFileRoute('/x')(shared)`, /not a literal/],
    [`createFileRoute(path)({ server: { ${handlers} } })`, /literal path/],
    [
      `createRootRoute({ server: { middleware: [authMiddleware], ${handlers} } })`,
      /createFileRoute/,
    ],
  ])('options that cannot be read: %s', (text, complaint) => {
    const { entrances, problems } = scan(`export const Route = ${text}`)
    expect(entrances).toEqual([])
    expect(problems).toEqual([expect.stringMatching(complaint)])
  })

  test('a route maker under another name is still one', () => {
    const text = `
      import { createFileRoute as make } from '@tanstack/react-router'
      export const Route = make('/x')({ server: { ${handlers} } })`
    expect(scan(text).problems).toEqual([expect.stringMatching(/names no gate/)])
  })
})
