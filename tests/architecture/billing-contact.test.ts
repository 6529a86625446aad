/** The one exception to "permissions come from roles" is read in one function, and carried to it by a few. */
import ts from 'typescript'
import { expect, test } from 'vitest'
import { eachNode, repositoryFiles, sourceFile, type SourceFile } from './conventions/source-file'

/** Where the flag is named, and what for. Whoever else names it has begun a second policy. */
const NAMED_IN: Readonly<Record<string, string>> = {
  'src/authz/access.ts': 'declares it',
  'src/authz/billing.ts': 'reads it, to decide and to say what it stands for',
  'src/auth/session.ts': 'carries it from the database',
  'src/db/identity-door.ts': 'carries it from the database',
  'src/db/schema/organizations.ts': 'keeps it',
  'src/features/billing/billing-people.server.ts':
    'carries it to the evaluator, to say whom to ask',
  'src/features/access/viewer.ts': 'carries it to the screens’ evaluator',
  'src/features/account/account.server.ts': 'carries it to the screens’ evaluator',
  'src/features/members/components/billing-contact.tsx': 'shows who is it, and asks to change it',
  'src/features/checks/checks.server.ts': 'carries it from the database to the evaluator',
  'src/features/members/members.functions.ts': 'passes on what it is to become',
  'src/features/members/members.schema.ts': 'validates what it is to become',
  'src/features/members/members.server.ts': 'shows it with the member',
  'src/features/members/membership.server.ts': 'changes it',
}

const sources = repositoryFiles().filter(
  ({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path),
)

test('the billing contact’s flag is named in these files alone', () => {
  const naming = sources.filter(({ text }) => text.includes('isBillingContact'))
  expect(naming.map(({ path }) => path).toSorted()).toEqual(Object.keys(NAMED_IN).toSorted())
})

/** Whoever takes its value out of an object, under any name, and what for. */
const READ_IN: Readonly<Record<string, string>> = {
  'src/authz/billing.ts': 'decides by it',
  'src/auth/session.ts': 'carries it from the database',
  'src/features/account/account.server.ts': 'carries it to the screens',
  'src/features/access/viewer.ts': 'carries it to the screens’ evaluator',
  'src/features/billing/billing-people.server.ts': 'carries it to the evaluator',
  'src/features/checks/checks.server.ts': 'carries it to the evaluator',
  'src/features/members/components/billing-contact.tsx': 'shows who is it',
  'src/features/members/members.functions.ts': 'passes on what it is to become',
  'src/features/members/members.server.ts': 'names its column',
  'src/features/members/membership.server.ts': 'records what it was',
}

/** Whoever names its column in SQL, where row by row nobody asks the core. */
const IN_SQL: Readonly<Record<string, string>> = {
  'src/db/schema/organizations.ts': 'declares it',
  'src/features/billing/billing-people.server.ts':
    'looks for candidates, each of whom the evaluator then decides on',
}

const FLAG = 'isBillingContact'

/** `x.flag`, `x?.flag`, `x['flag']`, and `const { flag } = x` with or without another name. */
function readsFlag(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === FLAG
  if (ts.isElementAccessExpression(node)) return isFlag(node.argumentExpression)
  if (ts.isBindingElement(node)) return isFlag(node.propertyName ?? node.name)
  return false
}

function isFlag(node: ts.Node): boolean {
  return (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === FLAG
}

function reading(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => {
      let isRead = false
      eachNode(file, (node) => {
        isRead ||= readsFlag(node) && !isArrayElement(node)
      })
      return isRead
    })
    .map(({ path }) => path)
}

/** In `[a, b] = answer` a name names a place and no property. */
function isArrayElement(node: ts.Node): boolean {
  return ts.isArrayBindingPattern(node.parent)
}

test('its value is read in these files alone, and decided by in one', () => {
  expect(reading(sources).toSorted()).toEqual(Object.keys(READ_IN).toSorted())
})

test.each([
  ['const may = access.isBillingContact', true],
  ['const may = member?.isBillingContact === true', true],
  [`const may = who['isBillingContact']`, true],
  ['const { isBillingContact } = who', true],
  ['const { isBillingContact: may } = who', true],
  ['const f = ({ isBillingContact }: Who) => 1', true],
  ['interface Who { readonly isBillingContact: boolean }', false],
  ['const [isBillingContact] = answer', false],
  ['const facts = { isBillingContact: false }', false],
])('in %s reading is told from naming', (text, isRead) => {
  expect(reading([sourceFile('src/features/x/x.server.ts', text)]).length > 0).toBe(isRead)
})

test('SQL names its column in these files alone', () => {
  const naming = sources.filter(({ text }) => text.includes('is_billing_contact'))
  expect(naming.map(({ path }) => path).toSorted()).toEqual(Object.keys(IN_SQL).toSorted())
})
