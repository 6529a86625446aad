/** What is served is what was declared: the reader of the build and the comparison, proved to bite. */
import { describe, expect, test } from 'vitest'
import { readChunks } from '../../scripts/entrances/built-server'
import { compare } from '../../scripts/entrances/compare'
import type { Entrance } from '../../scripts/entrances'

const FILE = 'src/features/notes/notes.functions.ts'

const RESOLVER = {
  file: 'assets/resolver.js',
  text: `var manifest = { "notes.list": {
    functionName: "list_createServerFn_handler", importer: () => import("./notes.js") } };
    async function getServerFnById(id) { return manifest[id] }`,
}
const NOTES = {
  file: 'assets/notes.js',
  text: `var list_createServerFn_handler = createServerRpc({
    id: "notes.list", name: "list", filename: "${FILE}" }, (opts) => list.__executeServer(opts));`,
}
const ROUTES = {
  file: 'assets/router.js',
  text: `var Route = createFileRoute$1("/export")({ server: {
    middleware: [authMiddleware], handlers: { GET: () => answer(), POST: () => answer() } } });`,
}

const guards = {
  kind: 'signed in',
  gate: 'authMiddleware',
  permissions: [],
  features: [],
  quotas: [],
} as const

const DECLARED: readonly Entrance[] = [
  { type: 'function', file: FILE, name: 'list', methods: ['GET'], ...guards },
  {
    type: 'route',
    file: 'src/routes/export.ts',
    name: '/export',
    methods: ['POST', 'GET'],
    ...guards,
  },
]

describe('reading the build', () => {
  test('finds the functions that the resolver knows, and the routes with handlers', () => {
    expect(readChunks([RESOLVER, NOTES, ROUTES])).toEqual({
      functions: [{ id: 'notes.list', name: 'list', file: FILE }],
      routes: [{ path: '/export', methods: ['GET', 'POST'] }],
    })
  })

  test('a build without a resolver, or with two, is not understood', () => {
    expect(() => readChunks([NOTES, ROUTES])).toThrow(/found 0/)
    expect(() => readChunks([RESOLVER, RESOLVER, NOTES])).toThrow(/found 2/)
  })

  test('a served function whose source the build does not name is not understood', () => {
    expect(() => readChunks([RESOLVER])).toThrow(/describes the served function notes\.list 0/)
  })

  test('handlers that are not a literal object are not understood', () => {
    const hidden = { file: 'r.js', text: `createFileRoute("/x")({ server: { handlers: make } })` }
    expect(() => readChunks([RESOLVER, NOTES, hidden])).toThrow(/hidden/)
  })
})

describe('comparing the build with the declarations', () => {
  const built = readChunks([RESOLVER, NOTES, ROUTES])

  test('what is in both is listed with its address and its gate', () => {
    const { functions, routes, problems } = compare(DECLARED, built)
    expect(problems).toEqual([])
    expect(functions).toEqual([
      expect.objectContaining({ id: 'notes.list', method: 'GET', url: '/_serverFn/notes.list' }),
    ])
    expect(routes).toEqual([expect.objectContaining({ path: '/export', gate: 'authMiddleware' })])
  })

  test('a function that is served and not declared is an error', () => {
    expect(compare(DECLARED.slice(1), built).problems).toEqual([
      expect.stringMatching(/^notes\.list .* was not declared/),
    ])
  })

  test('a function of the same name in another file is not the declared one', () => {
    const elsewhere = DECLARED.map((entrance) => ({ ...entrance, file: 'src/elsewhere.ts' }))
    expect(compare(elsewhere, built).problems).toContainEqual(expect.stringMatching(/^notes\.list/))
  })

  test('a function that is declared and not served is an error', () => {
    expect(compare(DECLARED, { ...built, functions: [] }).problems).toEqual([
      expect.stringMatching(/list is declared and not served/),
    ])
  })

  test('a route that serves another method than it declares is an error', () => {
    const routes = [{ path: '/export', methods: ['GET', 'DELETE', 'POST'] }]
    expect(compare(DECLARED, { ...built, routes }).problems).toContainEqual(
      expect.stringMatching(/serves GET,DELETE,POST/),
    )
  })
})
