/** Conventions that take reading the code. Each rule returns the places that break it. */
import ts from 'typescript'
import { eachNode, placeOf, type SourceFile } from './source-file'

export function noAny(file: SourceFile): string[] {
  return nodes(file, (node) => node.kind === ts.SyntaxKind.AnyKeyword)
}

/** Functions, not classes; an error must be a class for `instanceof` to find it. */
export function noClassesButErrors(file: SourceFile): string[] {
  return nodes(
    file,
    (node) =>
      ts.isClassLike(node) &&
      !node.heritageClauses?.some((clause) => /\bextends \w*Error\b/.test(clause.getText())),
  )
}

/** Where the compiler is overruled, the reason stands on the same line or right above. */
export function assertionsHaveReasons(file: SourceFile): string[] {
  return nodes(file, (node) => isAssertion(node) && !hasReason(node, file))
}

function isAssertion(node: ts.Node): boolean {
  if (ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node)) return true
  if (!ts.isAsExpression(node) || ts.isConstTypeReference(node.type)) return false
  // What a failed call of Node's throws is documented, and the type says so by itself.
  return node.type.getText() !== 'NodeJS.ErrnoException'
}

function hasReason(node: ts.Node, { syntax, lines }: SourceFile): boolean {
  const lineOf = (position: number): number => syntax.getLineAndCharacterOfPosition(position).line
  const last = lineOf(node.getEnd())
  const first = lineOf(ts.findAncestor(node, ts.isStatement)?.getStart() ?? node.getStart())
  const candidates = [last, last - 1, lineOf(node.getStart()) - 1, first - 1]
  return candidates.some((line) => isCommented(lines[line]))
}

function isCommented(line: string | undefined): boolean {
  return line !== undefined && /(^|[^:'"`])\/\/ ?\w|\/\*|\*\/|^\s*\* /.test(line)
}

const ROLE_NAMES: ReadonlySet<string> = new Set(['owner', 'admin', 'editor', 'viewer'])
const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
])
/** Calls that compare: `roles.includes('admin')`, drizzle's `eq(roles.key, 'owner')`. */
const COMPARING_CALL = /(^|\.)(includes|has|indexOf|startsWith|eq|ne|inArray|is)$/

/**
 * A role is a bundle of permissions with a name that a tenant may change. Code that asks for the
 * name decides something that the evaluator, the matrix and the audit log know nothing of.
 */
export function roleNamesAreNotCompared(file: SourceFile): string[] {
  if (!file.path.startsWith('src/') || file.path.startsWith('src/authz/')) return []
  if (/\.test\.tsx?$/.test(file.path)) return []
  return nodes(file, (node) => {
    if (ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind)) {
      return namesRole(node.left) || namesRole(node.right)
    }
    if (ts.isCaseClause(node)) return namesRole(node.expression)
    if (ts.isCallExpression(node) && COMPARING_CALL.test(node.expression.getText())) {
      return node.arguments.some(namesRole)
    }
    if (ts.isTemplateLiteral(node) || ts.isStringLiteralLike(node)) {
      return /(=|<>|\bin\s*\()\s*'(owner|admin|editor|viewer)'/i.test(node.getText())
    }
    return false
  })
}

function namesRole(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node)) return ROLE_NAMES.has(node.text)
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(namesRole)
  return ts.isIdentifier(node) && node.text === 'OWNER_ROLE'
}

/** In SQL as in drizzle's `sql`: `from auth.session`, `auth."user"`. */
const SIGN_IN_TABLE = /\bauth"?\s*\.\s*"?[a-z_]+/i

/**
 * The app's login may read and write all that sign-in keeps, and no policy narrows it: a feature that
 * names a table of it in SQL reaches every person's password hash and sessions.
 */
export function signInTablesStayWithAuth(file: SourceFile): string[] {
  if (!file.path.startsWith('src/') || /^src\/(auth|db)\//.test(file.path)) return []
  return nodes(
    file,
    (node) =>
      (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
      SIGN_IN_TABLE.test(node.getText()),
  )
}

function nodes(file: SourceFile, breaks: (node: ts.Node) => boolean): string[] {
  const found: string[] = []
  eachNode(file, (node) => {
    if (breaks(node)) found.push(placeOf(file, node.getStart(file.syntax)))
  })
  return found
}
