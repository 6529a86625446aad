/**
 * Is a function's input schema closed? An open one lets unknown keys through to the handler, and
 * `{ ...input }` into an update is then an `orgId` or a `role` that nobody meant to accept.
 */
import ts from 'typescript'
import { callChain, type Reading } from './entrance'

/** Methods that open a closed object again. */
const OPENING = new Set(['loose', 'passthrough', 'catchall', 'strip', 'or', 'and'])
/** Schemas that accept no object at all, for functions that say they take nothing. */
const NOTHING = new Set(['undefined', 'void'])

/** @returns true when every object that the schema accepts was made with z.strictObject */
export function isStrictSchema(schema: ts.Expression, reading: Reading): boolean {
  if (ts.isIdentifier(schema)) return isStrictName(schema.text, reading)
  const [root, maker, ...rest] = callChain(schema)
  if (root?.name === undefined || root.call !== undefined) return false
  if (root.name !== 'z') {
    // otherSchema.extend({ … }) is as closed as otherSchema is.
    const methods = maker === undefined ? [] : [maker, ...rest]
    return methods.every(keepsClosed) && isStrictName(root.name, reading)
  }
  if (maker?.call === undefined || !rest.every(keepsClosed)) return false
  if (maker.name === 'strictObject' || NOTHING.has(maker.name ?? '')) return true
  const options = maker.call.arguments.at(-1)
  return (
    (maker.name === 'union' || maker.name === 'discriminatedUnion') &&
    options !== undefined &&
    ts.isArrayLiteralExpression(options) &&
    options.elements.every((option) => isStrictSchema(option, reading))
  )
}

function keepsClosed({ name }: { name: string | undefined }): boolean {
  return name !== undefined && !OPENING.has(name)
}

function isStrictName(name: string, reading: Reading): boolean {
  const imported = reading.imports.get(name)
  if (imported !== undefined) {
    const elsewhere = reading.follow(imported.from)
    return elsewhere !== undefined && isStrictName(imported.name, elsewhere)
  }
  for (const statement of reading.source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(declared) && declared.text === name && initializer !== undefined) {
        return isStrictSchema(initializer, reading)
      }
    }
  }
  return false
}
