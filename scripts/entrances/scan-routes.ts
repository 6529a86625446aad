/**
 * Reads the server handlers that a route file declares. One form is accepted: `server.middleware`
 * naming one kind for all of the route's methods, and `server.handlers` as a literal object of
 * functions. The framework also takes a callback with gates per handler; two forms would mean
 * that a handler without a gate looks like one whose gate is elsewhere.
 */
import ts from 'typescript'
import { type Entrance, nameOf, propertyOf, type Reading } from './entrance'
import { readGuards } from './guards'

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'])
const ROUTE_MAKER = /^create(Root|File|LazyFile|API|ServerFile|)\w*Route\w*$/

export function scanRoutes(reading: Reading): Entrance[] {
  const found: Entrance[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const entrance = readRoute(node, reading)
      if (entrance !== undefined) found.push(entrance)
    }
    ts.forEachChild(node, visit)
  }
  visit(reading.source)
  return found
}

/** `createFileRoute('/path')({ … })`, or the same without a path for the root. */
function readRoute(call: ts.CallExpression, reading: Reading): Entrance | undefined {
  const maker = ts.isCallExpression(call.expression) ? call.expression : call
  if (!ts.isIdentifier(maker.expression)) return undefined
  const imported = reading.imports.get(maker.expression.text)
  if (imported === undefined || !imported.from.startsWith('@tanstack/')) return undefined
  if (!ROUTE_MAKER.test(imported.name)) return undefined
  if (maker === call && ts.isCallExpression(call.parent)) return undefined

  const complain = (message: string): undefined => {
    reading.problem(call, message)
    return undefined
  }
  const [options] = call.arguments
  if (options === undefined) return undefined
  if (!ts.isObjectLiteralExpression(options)) return complain('route options are not a literal')
  if (options.properties.some(ts.isSpreadAssignment)) {
    return complain('route options are spread; a server handler could hide in them')
  }
  if (!options.properties.some(({ name }) => name !== undefined && nameOf(name) === 'server')) {
    return undefined
  }
  const server = propertyOf(options, 'server')
  if (server === undefined || !ts.isObjectLiteralExpression(server)) {
    return complain('server is not a literal object')
  }
  const [path] = maker === call ? [] : maker.arguments
  if (path === undefined || !ts.isStringLiteral(path)) {
    return complain('server handlers belong to createFileRoute with a literal path')
  }
  return readServer(path.text, server, reading)
}

function readServer(
  name: string,
  server: ts.ObjectLiteralExpression,
  reading: Reading,
): Entrance | undefined {
  const complain = (message: string): undefined => {
    reading.problem(server, `${name} ${message}`)
    return undefined
  }
  const known = new Set(['middleware', 'handlers'])
  if (server.properties.some((p) => !known.has((p.name && nameOf(p.name)) ?? ''))) {
    return complain('has something besides middleware and handlers under server')
  }
  const handlers = propertyOf(server, 'handlers')
  if (handlers === undefined || !ts.isObjectLiteralExpression(handlers)) {
    return complain('does not list its handlers in a literal object')
  }
  const middleware = propertyOf(server, 'middleware')
  if (middleware === undefined) return complain('has handlers and names no gate')
  const methods: string[] = []
  for (const property of handlers.properties) {
    const method = property.name && nameOf(property.name)
    if (method === undefined || !METHODS.has(method)) return complain('has an unknown method')
    if (!isFunction(property)) {
      return complain(`${method} is not a function; gates go in server.middleware`)
    }
    methods.push(method)
  }
  if (methods.length === 0) return complain('has no handler')
  const guards = readGuards(middleware, reading)
  if (guards === undefined) return undefined
  if (guards.kind === 'resource')
    return complain('has a resource gate; those read a function input')
  return { type: 'route', file: reading.file, name, methods, ...guards }
}

function isFunction(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isMethodDeclaration(property)) return true
  return (
    ts.isPropertyAssignment(property) &&
    (ts.isArrowFunction(property.initializer) || ts.isFunctionExpression(property.initializer))
  )
}
