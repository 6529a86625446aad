/**
 * Reads a list of gates. Accepts one way of writing it: a literal array whose first element is the
 * gate that gives the entrance its kind, whose arguments are literals, and whose names come
 * unrenamed from where the gates live. Whatever else would work at run time is refused here,
 * because a reviewer (and the list of entrances) could not see what it guards.
 */
import ts from 'typescript'
import { isPermission } from '../../src/authz/permissions'
import type { Guards, Kind, Reading } from './entrance'

type Takes = 'nothing' | 'a reason' | 'a permission' | 'a permission or nothing' | 'permissions'

interface Gate {
  readonly from: string
  readonly kind: Kind
  readonly takes: Takes
}

const GATES: ReadonlyMap<string, Gate> = new Map<string, Gate>([
  ['publicAccess', { from: '~/middleware/public', kind: 'public', takes: 'a reason' }],
  ['demoAccess', { from: '~/middleware/demo', kind: 'public', takes: 'a reason' }],
  ['authMiddleware', { from: '~/middleware/session', kind: 'signed in', takes: 'nothing' }],
  ['orgMiddleware', { from: '~/middleware/membership', kind: 'member', takes: 'nothing' }],
  [
    'requirePermission',
    { from: '~/middleware/permission', kind: 'permission', takes: 'a permission' },
  ],
  [
    'requirePermissionToLook',
    { from: '~/middleware/permission', kind: 'permission', takes: 'a permission' },
  ],
  [
    'requireBillingAccess',
    { from: '~/middleware/billing', kind: 'permission', takes: 'a permission' },
  ],
  [
    'requirePermissions',
    { from: '~/middleware/permission', kind: 'permission', takes: 'permissions' },
  ],
  [
    'requireAnyPermission',
    { from: '~/middleware/permission', kind: 'permission', takes: 'permissions' },
  ],
])

/** What the plan must allow, asked after the kind, in this order. */
const LIMITS: ReadonlyMap<string, string> = new Map([
  ['requireFeature', '~/middleware/feature'],
  ['requireQuota', '~/middleware/quota'],
])

/** Each type of resource has its gate in its own feature's folder. */
const RESOURCE_GATE_FILE = /(^~\/features\/[a-z-]+|^\.|^\.\.\/[a-z-]+)\/[a-z-]+\.gate$/

/** @returns what the list guards with, or undefined when the list has a problem */
export function readGuards(list: ts.Expression, reading: Reading): Guards | undefined {
  const complain = (node: ts.Node, message: string): undefined => {
    reading.problem(node, message)
    return undefined
  }
  if (!ts.isArrayLiteralExpression(list)) return complain(list, 'gates are not a literal array')
  const [first, ...rest] = list.elements
  if (first === undefined) return complain(list, 'names no gate')
  const gate = readGate(first, reading)
  if (gate === undefined) return undefined

  const features: string[] = []
  const quotas: string[] = []
  for (const element of rest) {
    const limit = readLimit(element, reading)
    if (limit === undefined) return undefined
    if (limit.name === 'requireQuota') quotas.push(limit.argument)
    else if (quotas.length > 0) return complain(element, 'requireFeature comes before requireQuota')
    else features.push(limit.argument)
  }
  if ((gate.kind === 'public' || gate.kind === 'signed in') && rest.length > 0) {
    return complain(list, `a plan's limits need an organization; "${gate.kind}" has none`)
  }
  return { ...gate, features, quotas }
}

type ReadGate = Omit<Guards, 'features' | 'quotas'>

function readGate(element: ts.Expression, reading: Reading): ReadGate | undefined {
  const complain = (message: string): undefined => {
    reading.problem(element, message)
    return undefined
  }
  const written = nameAndArguments(element)
  if (written === undefined) return complain('a gate is a name or a direct call of one')
  const gate = gateNamed(written.name, reading)
  if (gate === undefined) {
    return complain(`the first gate, ${written.name}, does not say what kind of entrance this is`)
  }
  const { kind } = gate
  const text = element.getText(reading.source)
  if (gate.takes === 'nothing' && written.args !== undefined) {
    return complain(`${written.name} is not called`)
  }
  if (written.args === undefined && gate.takes.endsWith('nothing')) {
    return { kind, gate: text, permissions: [] }
  }
  const [argument, ...more] = written.args ?? []
  if (argument === undefined || more.length > 0)
    return complain(`${written.name} takes one argument`)
  if (gate.takes === 'a reason') {
    if (!ts.isStringLiteral(argument) || argument.text.trim() === '') {
      return complain(`${written.name} needs its reason as a literal`)
    }
    return { kind, gate: text, permissions: [], publicReason: argument.text }
  }
  const literals = gate.takes.startsWith('a permission')
    ? [argument]
    : ts.isArrayLiteralExpression(argument)
      ? [...argument.elements]
      : []
  if (literals.length === 0) return complain(`${written.name} needs a literal list of permissions`)
  const permissions = literals.map((literal) => (ts.isStringLiteral(literal) ? literal.text : ''))
  const unknown = permissions.find((permission) => !isPermission(permission))
  if (unknown === '') return complain('a permission is not a literal')
  if (unknown !== undefined) return complain(`"${unknown}" is not a registered permission`)
  return { kind, gate: text, permissions }
}

function gateNamed(local: string, reading: Reading): Gate | undefined {
  const imported = reading.imports.get(local)
  if (imported === undefined || imported.name !== local) return undefined
  const gate = GATES.get(local)
  if (gate !== undefined) return gate.from === imported.from ? gate : undefined
  return /^require[A-Z]/.test(local) && RESOURCE_GATE_FILE.test(imported.from)
    ? // Without one: what is one's own, which its gate finds by who asks.
      { from: imported.from, kind: 'resource', takes: 'a permission or nothing' }
    : undefined
}

function readLimit(
  element: ts.Expression,
  reading: Reading,
): { name: string; argument: string } | undefined {
  const written = nameAndArguments(element)
  const name = written?.name ?? element.getText(reading.source)
  const complain = (message: string): undefined => {
    reading.problem(element, message)
    return undefined
  }
  if (gateNamed(name, reading) !== undefined) {
    return complain(`${name} is a second kind; an entrance has exactly one, in the first place`)
  }
  const imported = reading.imports.get(name)
  if (imported === undefined || imported.name !== name || imported.from !== LIMITS.get(name)) {
    return complain(`after the first gate only requireFeature and requireQuota, not ${name}`)
  }
  const [argument, ...more] = written?.args ?? []
  if (argument === undefined || more.length > 0 || !ts.isStringLiteral(argument)) {
    return complain(`${name} takes one literal`)
  }
  return { name, argument: argument.text }
}

function nameAndArguments(
  element: ts.Expression,
): { name: string; args: readonly ts.Expression[] | undefined } | undefined {
  if (ts.isIdentifier(element)) return { name: element.text, args: undefined }
  if (ts.isCallExpression(element) && ts.isIdentifier(element.expression)) {
    return { name: element.expression.text, args: element.arguments }
  }
  return undefined
}
