/** The scanner of declarations, proved to bite: what is fine, then one mistake at a time. */
import { describe, expect, test } from 'vitest'
import { type Scan, scanSource } from '../../scripts/entrances'

const IMPORTS = `
import { createServerFn } from '@tanstack/react-start'
import { z } from 'zod'
import { requireFeature } from '~/middleware/feature'
import { accept } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { requireAnyPermission, requirePermission, requirePermissions, requirePermissionToLook } from '~/middleware/permission'
import { publicAccess } from '~/middleware/public'
import { requireQuota } from '~/middleware/quota'
import { authMiddleware } from '~/middleware/session'
import { requireNote } from './notes.gate'
import { noteSchema, looseSchema, reopenedSchema, extendedSchema, unionSchema } from './notes.schema'
`

const SCHEMAS = `
import { z } from 'zod'
export const noteSchema = z.strictObject({ noteId: z.uuid() })
export const looseSchema = z.object({ noteId: z.uuid() })
export const reopenedSchema = z.strictObject({ noteId: z.uuid() }).loose()
export const extendedSchema = noteSchema.extend({ text: z.string() }).refine(Boolean)
export const unionSchema = z.discriminatedUnion('kind', [noteSchema, extendedSchema])
`

const FILE = 'src/features/notes/notes.functions.ts'

function scan(declarations: string, file = FILE): Scan {
  return scanSource(file, `${IMPORTS}${declarations}`, (wanted) =>
    wanted === 'src/features/notes/notes.schema.ts' ? SCHEMAS : undefined,
  )
}

/** A function whose gates are given. */
const gated = (gates: string): string =>
  `export const f = createServerFn({ method: 'GET' }).middleware(${gates}).handler(() => 1)`

/** A function whose steps after the gate are given. */
const stepped = (steps: string, gate = `requirePermission('content:write')`): string =>
  `export const f = createServerFn({ method: 'POST' }).middleware([${gate}])${steps}`

describe('a well-declared function is read', () => {
  test.each([
    [`publicAccess('sign-in')`, 'public', []],
    ['authMiddleware', 'signed in', []],
    ['orgMiddleware', 'member', []],
    [`requirePermission('audit:read')`, 'permission', ['audit:read']],
    [
      `requirePermissions(['audit:read', 'users:read'])`,
      'permission',
      ['audit:read', 'users:read'],
    ],
    [`requireAnyPermission(['audit:read'])`, 'permission', ['audit:read']],
    [`requirePermissionToLook('audit:read')`, 'permission', ['audit:read']],
  ])('%s', (gate, kind, permissions) => {
    const { entrances, problems } = scan(gated(`[${gate}]`))
    expect(problems).toEqual([])
    expect(entrances).toEqual([
      expect.objectContaining({
        type: 'function',
        file: FILE,
        name: 'f',
        methods: ['GET'],
        kind,
        gate,
        permissions,
      }),
    ])
  })

  test('a resource gate for what is one’s own, which takes no permission', () => {
    const steps = '.validator(accept(noteSchema)).handler(({ context }) => context.note)'
    const { entrances, problems } = scan(stepped(steps, 'requireNote'))
    expect(problems).toEqual([])
    expect(entrances[0]).toMatchObject({ kind: 'resource', gate: 'requireNote', permissions: [] })
  })

  test('a resource gate, with its input', () => {
    const steps = '.validator(accept(noteSchema)).handler(({ context }) => context.note)'
    const { entrances, problems } = scan(stepped(steps, `requireNote('content:write')`))
    expect(problems).toEqual([])
    expect(entrances[0]).toMatchObject({
      kind: 'resource',
      gate: `requireNote('content:write')`,
      permissions: ['content:write'],
    })
  })

  test('the features and quotas that come after', () => {
    const { entrances, problems } = scan(
      gated(`[orgMiddleware, requireFeature('audit-export'), requireQuota('projects')]`),
    )
    expect(problems).toEqual([])
    expect(entrances[0]).toMatchObject({ features: ['audit-export'], quotas: ['projects'] })
  })

  test('the reason of a public one', () => {
    expect(scan(gated(`[publicAccess('sign-in')]`)).entrances[0]?.publicReason).toBe('sign-in')
  })

  test.each([
    'noteSchema',
    'extendedSchema',
    'unionSchema',
    'z.strictObject({ a: z.string() })',
    'z.union([noteSchema, z.strictObject({})])',
    'z.undefined()',
  ])('its input is closed with %s', (schema) => {
    const steps = `.validator(accept(${schema})).handler(({ data }) => data)`
    expect(scan(stepped(steps)).problems).toEqual([])
  })
})

describe('refused: gates', () => {
  test.each([
    ['an empty list', '[]', /names no gate/],
    ['a list by name', 'gates', /not a literal array/],
    ['a spread', '[...gates]', /a gate is a name or a direct call/],
    ['two kinds', `[authMiddleware, requirePermission('audit:read')]`, /second kind/],
    ['a kind that is not first', `[requireFeature('audit-export'), orgMiddleware]`, /what kind/],
    ['a gate nobody knows', '[loggedIn]', /what kind/],
    ['something else after the gate', '[orgMiddleware, logging]', /only requireFeature/],
    [
      'a quota before a feature',
      `[orgMiddleware, requireQuota('projects'), requireFeature('audit-export')]`,
      /requireFeature comes before/,
    ],
    ['a plan without an organization', `[authMiddleware, requireQuota('members')]`, /has none/],
    ['a choice', '[ok ? authMiddleware : orgMiddleware]', /direct call/],
    ['a gate built elsewhere', `[gates.strict('audit:read')]`, /direct call/],
    ['a gate that is not called', '[requirePermission]', /takes one argument/],
    ['a gate called for nothing', '[authMiddleware()]', /is not called/],
    ['a public one without a reason', '[publicAccess()]', /takes one argument/],
    ['a public one with an empty reason', `[publicAccess(' ')]`, /reason as a literal/],
    ['a permission by name', '[requirePermission(P)]', /not a literal/],
    ['a permission in a template', '[requirePermission(`audit:${x}`)]', /not a literal/],
    ['an unregistered permission', `[requirePermission('audit:reed')]`, /not a registered/],
    ['a permission that all objects have', `[requirePermission('toString')]`, /not a registered/],
    ['no permission', '[requirePermissions([])]', /literal list/],
    ['permissions by name', '[requirePermissions(LIST)]', /literal list/],
    ['a feature by name', '[orgMiddleware, requireFeature(F)]', /one literal/],
  ])('%s', (_, gates, complaint) => {
    const { entrances, problems } = scan(gated(gates))
    expect(entrances).toEqual([])
    expect(problems).toEqual([expect.stringMatching(complaint)])
  })

  test.each([
    `import { publicAccess as requireThing } from '~/middleware/public'`,
    `import { requireThing } from './somewhere'`,
    `import { requireThing } from 'some-package/notes.gate'`,
    `import requireThing from './notes.gate'`,
    `const requireThing = () => {}`,
  ])('a gate under a borrowed name: %s', (line) => {
    const { entrances, problems } = scan(`${line}\n${gated(`[requireThing('audit:read')]`)}`)
    expect(entrances).toEqual([])
    expect(problems).toEqual([expect.stringMatching(/what kind/)])
  })

  test('no gates at all', () => {
    const { entrances, problems } = scan(
      `export const f = createServerFn({ method: 'GET' }).handler(() => 1)`,
    )
    expect(entrances).toEqual([])
    expect(problems).toEqual([expect.stringMatching(/is not \.middleware/)])
  })

  test('gates named twice', () => {
    const steps = '.middleware([authMiddleware]).handler(() => 1)'
    expect(scan(stepped(steps)).problems).toEqual([expect.stringMatching(/is not \.middleware/)])
  })
})

describe('refused: method, input and handler', () => {
  test.each(['createServerFn()', 'createServerFn({})', 'createServerFn({ method })'])(
    'a method that is not written out: %s',
    (start) => {
      const text = `export const f = ${start}.middleware([authMiddleware]).handler(() => 1)`
      expect(scan(text).problems).toEqual([expect.stringMatching(/GET or POST/)])
    },
  )

  test.each([
    'accept(looseSchema)',
    'accept(reopenedSchema)',
    'accept(z.object({ a: z.string() }))',
    'accept(z.union([noteSchema, looseSchema]))',
    'accept(z.record(z.string(), z.string()))',
    'accept(unknownSchema)',
    'accept(extendedSchema.catchall(z.string()))',
    'noteSchema',
    '(data) => data',
    'noteSchema.parse',
  ])('input that is not closed: %s', (validator) => {
    const steps = `.validator(${validator}).handler(({ data }) => data)`
    expect(scan(stepped(steps)).problems).toEqual([expect.stringMatching(/z\.strictObject/)])
  })

  test.each([
    '({ data }) => data',
    '(all) => all',
    '({ data: input }) => input',
    '({ ...r }) => r',
  ])('data that nobody validated: %s', (handler) => {
    const { problems } = scan(stepped(`.handler(${handler})`))
    expect(problems).toEqual([expect.stringMatching(/never validated/)])
  })

  test('a resource whose other input is not looked at', () => {
    const steps = '.handler(({ context }) => context.note)'
    const { problems } = scan(stepped(steps, `requireNote('content:write')`))
    expect(problems).toEqual([expect.stringMatching(/lets everything else/)])
  })

  test('a handler that is written elsewhere', () => {
    expect(scan(stepped('.handler(handle)')).problems).toEqual([
      expect.stringMatching(/handler elsewhere/),
    ])
  })
})

describe('refused: where and how', () => {
  const FINE = gated('[authMiddleware]')

  test.each([
    'src/features/notes/notes.server.ts',
    'src/routes/notes.tsx',
    'src/notes.functions.ts',
    'src/middleware/notes.functions.ts',
  ])('a server function in %s', (file) => {
    expect(scan(FINE, file).problems).toContainEqual(expect.stringMatching(/belongs in/))
  })

  test('one that is not exported, and so served without being seen', () => {
    expect(scan(FINE.replace('export ', '')).problems).toEqual([
      expect.stringMatching(/not exported/),
    ])
  })

  test.each([
    `export const make = () => createServerFn({ method: 'GET' })`,
    `const make = createServerFn\nexport type T = typeof make`,
    `export function make() { return createServerFn({ method: 'GET' }) }`,
    `export const all = { f: createServerFn({ method: 'GET' }).handler(() => 1) }`,
  ])('createServerFn that is not at the declaration: %s', (text) => {
    expect(scan(text).problems).toContainEqual(expect.stringMatching(/other than for an exported/))
  })

  test.each([
    `import { createServerFn as fn } from '@tanstack/react-start'`,
    `import { createServerFn } from '@tanstack/start-client-core'`,
  ])('createServerFn from elsewhere: %s', (line) => {
    const { problems } = scanSource(FILE, line)
    expect(problems).toEqual([expect.stringMatching(/createServerFn is imported as/)])
  })

  test('the whole framework by one name', () => {
    const { problems } = scanSource('src/ui/x.ts', `import * as start from '@tanstack/react-start'`)
    expect(problems).toEqual([expect.stringMatching(/imports all of/)])
  })

  test.each([
    'export const LIMIT = 5',
    'export function helper() {}',
    `export { noteSchema } from './notes.schema'`,
    `export * from './notes.schema'`,
    'export default 1',
    'export enum E { A }',
    'export class C {}',
  ])('another export beside the functions: %s', (text) => {
    expect(scan(text).problems).toHaveLength(1)
  })

  test('types may be exported', () => {
    expect(scan(`export type A = string\nexport interface B {}`).problems).toEqual([])
  })
})
