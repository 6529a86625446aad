/** What the scan of declarations reports: the ways in, and what is wrong with how they are declared. */
import ts from 'typescript'

/** How an entrance is guarded; every entrance is exactly one of these. */
export type Kind = 'public' | 'signed in' | 'member' | 'permission' | 'resource'

export interface Guards {
  readonly kind: Kind
  /** The first gate as written, e.g. `requireProject('projects:write')`. */
  readonly gate: string
  readonly permissions: readonly string[]
  readonly features: readonly string[]
  readonly quotas: readonly string[]
  /** Why nobody is asked who they are; for public entrances only. */
  readonly publicReason?: string
}

export interface Entrance extends Guards {
  readonly type: 'function' | 'route'
  /** Relative to the repository, with forward slashes. */
  readonly file: string
  /** The function's name, or the route's path. */
  readonly name: string
  readonly methods: readonly string[]
}

export interface Scan {
  readonly entrances: readonly Entrance[]
  /** `file:line: sentence`. Anything here means the declarations cannot be trusted. */
  readonly problems: readonly string[]
}

/** One source file, with what the checks need to read it and to complain about it. */
export interface Reading {
  readonly source: ts.SourceFile
  readonly file: string
  readonly imports: ReadonlyMap<string, ImportedName>
  /** Reads the file that an import of this one leads to, if it is ours. */
  readonly follow: (specifier: string) => Reading | undefined
  readonly problem: (node: ts.Node, message: string) => void
}

export interface ImportedName {
  /** The name in the other file; `*` for a namespace, `default` for a default import. */
  readonly name: string
  readonly from: string
}

/** Every local name that an import binds. */
export function importsOf(source: ts.SourceFile): Map<string, ImportedName> {
  const found = new Map<string, ImportedName>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
      continue
    const from = statement.moduleSpecifier.text
    const clause = statement.importClause
    if (clause?.name) found.set(clause.name.text, { name: 'default', from })
    const bindings = clause?.namedBindings
    if (bindings === undefined) continue
    if (ts.isNamespaceImport(bindings)) {
      found.set(bindings.name.text, { name: '*', from })
      continue
    }
    for (const { name, propertyName } of bindings.elements) {
      found.set(name.text, { name: (propertyName ?? name).text, from })
    }
  }
  return found
}

/** `a(…).b(…).c(…)` as its first call and the calls chained to it, in the order they run. */
export function callChain(node: ts.Expression): ChainedCall[] {
  const calls: ChainedCall[] = []
  let at = node
  while (ts.isCallExpression(at)) {
    const callee: ts.Expression = at.expression
    if (ts.isPropertyAccessExpression(callee)) {
      calls.unshift({ name: callee.name.text, call: at })
      at = callee.expression
    } else {
      calls.unshift({ name: ts.isIdentifier(callee) ? callee.text : undefined, call: at })
      break
    }
  }
  return ts.isIdentifier(at) ? [{ name: at.text, call: undefined }, ...calls] : calls
}

export interface ChainedCall {
  /** Undefined when what is called has no name of its own. */
  readonly name: string | undefined
  /** Undefined for the plain name that a chain may start from: the `z` of `z.string()`. */
  readonly call: ts.CallExpression | undefined
}

/** The initializer of a literal object's property, or undefined. */
export function propertyOf(
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined {
  const property = object.properties.find((p) => p.name !== undefined && nameOf(p.name) === name)
  return property !== undefined && ts.isPropertyAssignment(property)
    ? property.initializer
    : undefined
}

/** A property's name when it is written out; undefined when it is computed. */
export function nameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined
}
