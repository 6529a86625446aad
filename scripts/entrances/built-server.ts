/**
 * Reads from the built server what it really serves: the resolver's table of server functions, and
 * the route definitions with server handlers. The chunks are parsed, never matched as text, and
 * found by what they contain, since the bundler names them as it likes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { nameOf, propertyOf } from './entrance'

export interface BuiltFunction {
  readonly id: string
  readonly name: string
  readonly file: string
}

export interface BuiltRoute {
  readonly path: string
  readonly methods: readonly string[]
}

export interface BuiltServer {
  readonly functions: readonly BuiltFunction[]
  readonly routes: readonly BuiltRoute[]
}

/**
 * @param folder the built server, `dist/server`
 * @throws Error when the build is not of the shape this knows how to read
 */
export function readBuiltServer(folder: string): BuiltServer {
  const chunks = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  return readChunks(chunks)
}

/** The same, from the chunks' text. */
export function readChunks(chunks: readonly { file: string; text: string }[]): BuiltServer {
  const tables: string[][] = []
  const described: BuiltFunction[] = []
  const routes: BuiltRoute[] = []
  for (const { file, text } of chunks) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const ids = resolverTable(node)
        if (ids !== undefined) tables.push(ids)
        const described_ = describedFunction(node)
        if (described_ !== undefined) described.push(described_)
        const route = servedRoute(node)
        if (route !== undefined) routes.push(route)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  const [ids] = tables
  if (ids === undefined || tables.length > 1) {
    throw new Error(`Expected one table of server functions in the build, found ${tables.length}.`)
  }
  return { functions: ids.map((id) => only(described, id)), routes }
}

/** `{ 'projects.getProject': { functionName: 'getProject_createServerFn_handler', … }, … }` */
function resolverTable(node: ts.ObjectLiteralExpression): string[] | undefined {
  const ids: string[] = []
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) return undefined
    const entry = property.initializer
    if (!ts.isObjectLiteralExpression(entry)) return undefined
    const handler = textOf(propertyOf(entry, 'functionName'))
    if (handler === undefined || !handler.includes('_createServerFn_handler')) return undefined
    const id = nameOf(property.name)
    if (id === undefined) throw new Error('A served function has a computed id.')
    ids.push(id)
  }
  return ids.length > 0 ? ids : undefined
}

/** `createServerRpc({ id, name, filename }, …)`: where the function with this id was written. */
function describedFunction(node: ts.ObjectLiteralExpression): BuiltFunction | undefined {
  const [id, name, file] = ['id', 'name', 'filename'].map((key) => textOf(propertyOf(node, key)))
  if (id === undefined || name === undefined || file === undefined) return undefined
  return node.properties.length === 3 ? { id, name, file } : undefined
}

/** `createFileRoute('/path')({ server: { handlers: { GET: … } } })` */
function servedRoute(node: ts.ObjectLiteralExpression): BuiltRoute | undefined {
  const server = propertyOf(node, 'server')
  if (server === undefined || !ts.isObjectLiteralExpression(server)) return undefined
  const handlers = propertyOf(server, 'handlers')
  if (handlers === undefined) return undefined
  const maker = ts.isCallExpression(node.parent) ? node.parent.expression : undefined
  const path = maker && ts.isCallExpression(maker) ? textOf(maker.arguments[0]) : undefined
  if (path === undefined) throw new Error('A served route has no literal path.')
  if (!ts.isObjectLiteralExpression(handlers)) throw new Error(`${path}: handlers are hidden.`)
  const methods = handlers.properties.map(({ name }) => (name ? nameOf(name) : undefined) ?? '?')
  return { path, methods }
}

function only(described: readonly BuiltFunction[], id: string): BuiltFunction {
  const matches = described.filter((one) => one.id === id)
  const [match] = matches
  if (match === undefined || matches.length > 1) {
    throw new Error(`The build describes the served function ${id} ${matches.length} times.`)
  }
  return match
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined
}
