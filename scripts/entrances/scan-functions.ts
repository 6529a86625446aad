/** Reads the server functions that a file declares, and complains about those declared otherwise. */
import ts from 'typescript'
import { callChain, type ChainedCall, type Entrance, propertyOf, type Reading } from './entrance'
import { readGuards } from './guards'
import { isStrictSchema } from './strict-schema'

const START = '@tanstack/react-start'
const FUNCTION_FILE = /^src\/features\/([a-z-]+)\/[a-z-]+\.functions\.ts$/

export function scanFunctions(reading: Reading): Entrance[] {
  const isFunctionFile = FUNCTION_FILE.test(reading.file)
  checkImports(reading, isFunctionFile)
  const declared: Entrance[] = []
  const chains = new Set<ts.Node>()
  for (const statement of reading.source.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        const chain = declaration.initializer ? callChain(declaration.initializer) : []
        const root = chain.find((link) => link.call !== undefined)?.call
        if (root === undefined || !isCreateServerFn(root.expression, reading)) continue
        chains.add(root.expression)
        if (!isExported(statement)) reading.problem(declaration, 'is served but not exported')
        if (!ts.isIdentifier(declaration.name)) continue
        const entrance = readFunction(declaration.name.text, chain, root, reading)
        if (entrance !== undefined) declared.push(entrance)
      }
    }
    if (isFunctionFile) checkExport(statement, reading)
  }
  complainAboutOtherUses(reading, chains)
  return declared
}

/** Nobody else makes server functions, and nobody makes them under another name. */
function checkImports(reading: Reading, isFunctionFile: boolean): void {
  for (const [local, { name, from }] of reading.imports) {
    if (name === '*' && from === START) {
      reading.problem(reading.source, `imports all of ${START}; name what is used`)
    }
    if (name !== 'createServerFn') continue
    if (local !== name || from !== START) {
      reading.problem(reading.source, `createServerFn is imported as ${local} from ${from}`)
    } else if (!isFunctionFile) {
      const place = 'src/features/<noun>/<noun>.functions.ts'
      reading.problem(reading.source, `createServerFn belongs in ${place}`)
    }
  }
}

function readFunction(
  name: string,
  chain: readonly ChainedCall[],
  root: ts.CallExpression,
  reading: Reading,
): Entrance | undefined {
  const complain = (message: string): undefined => {
    reading.problem(root, `${name} ${message}`)
    return undefined
  }
  const [options] = root.arguments
  const method =
    options && ts.isObjectLiteralExpression(options) ? propertyOf(options, 'method') : undefined
  if (method === undefined || !ts.isStringLiteral(method) || !/^(GET|POST)$/.test(method.text)) {
    return complain('does not say GET or POST')
  }
  const steps = chain.filter((link) => link.call !== undefined).slice(1)
  const order = steps.map((step) => step.name).join(', ')
  if (!/^middleware, (validator, )?handler$/.test(order)) {
    return complain(
      `is not .middleware([…]), then .validator(…) if any, then .handler(…): ${order}`,
    )
  }
  const argumentOf = (step: string): ts.Expression | undefined =>
    steps.find((link) => link.name === step)?.call?.arguments[0]
  const gates = argumentOf('middleware')
  const handler = argumentOf('handler')
  if (gates === undefined || handler === undefined) return complain('has an empty step')
  const guards = readGuards(gates, reading)
  if (guards === undefined) return undefined

  const validator = argumentOf('validator')
  if (validator !== undefined && !acceptsStrictly(validator, reading)) {
    return complain('does not validate with accept(…) of a z.strictObject')
  }
  if (!ts.isArrowFunction(handler)) return complain('has its handler elsewhere; write it in place')
  if (validator === undefined && takesData(handler)) return complain('uses data it never validated')
  if (validator === undefined && guards.kind === 'resource') {
    return complain('reads an id from its input and lets everything else in it pass')
  }
  return { type: 'function', file: reading.file, name, methods: [method.text], ...guards }
}

function acceptsStrictly(validator: ts.Expression, reading: Reading): boolean {
  if (!ts.isCallExpression(validator) || !ts.isIdentifier(validator.expression)) return false
  const imported = reading.imports.get(validator.expression.text)
  const [schema] = validator.arguments
  return (
    imported?.name === 'accept' &&
    imported.from === '~/middleware/input' &&
    schema !== undefined &&
    isStrictSchema(schema, reading)
  )
}

/** A handler that takes its argument whole could read anything from it. */
function takesData(handler: ts.ArrowFunction): boolean {
  const [parameter] = handler.parameters
  if (parameter === undefined) return false
  if (!ts.isObjectBindingPattern(parameter.name)) return true
  return parameter.name.elements.some(
    ({ name, propertyName, dotDotDotToken }) =>
      dotDotDotToken !== undefined || (propertyName ?? name).getText() === 'data',
  )
}

/** A value exported beside server functions drags what it imports into the client's bundle. */
function checkExport(statement: ts.Statement, reading: Reading): void {
  if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
    reading.problem(statement, 're-exports; only server functions and types are exported here')
  }
  if (ts.isExportAssignment(statement)) reading.problem(statement, 'has a default export')
  if (!isExported(statement)) return
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return
  const onlyFunctions =
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.every(({ initializer }) => {
      const root = initializer && callChain(initializer).find((link) => link.call !== undefined)
      return root?.call !== undefined && isCreateServerFn(root.call.expression, reading)
    })
  if (!onlyFunctions) {
    reading.problem(statement, 'exports something that is neither a server function nor a type')
  }
}

function complainAboutOtherUses(reading: Reading, declared: ReadonlySet<ts.Node>): void {
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isIdentifier(node) && isCreateServerFn(node, reading) && !declared.has(node)) {
      reading.problem(node, 'createServerFn is used other than for an exported constant')
    }
    ts.forEachChild(node, visit)
  }
  visit(reading.source)
}

function isCreateServerFn(node: ts.Node, reading: Reading): boolean {
  return ts.isIdentifier(node) && reading.imports.get(node.text)?.name === 'createServerFn'
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  )
}
