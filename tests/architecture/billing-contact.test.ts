/** The one exception to "permissions come from roles" is read in one function, and carried to it by a few. */
import { expect, test } from 'vitest'
import { repositoryFiles } from './conventions/source-file'

/** Where the flag is named, and what for. Whoever else names it has begun a second policy. */
const NAMED_IN: Readonly<Record<string, string>> = {
  'src/authz/access.ts': 'declares it',
  'src/authz/billing.ts': 'reads it, to decide',
  'src/auth/session.ts': 'carries it from the database',
  'src/db/identity-door.ts': 'carries it from the database',
  'src/db/schema/organizations.ts': 'keeps it',
  'src/features/billing/billing-people.server.ts':
    'carries it to the evaluator, to say whom to ask',
  'src/features/access/viewer.ts': 'carries it to the screens’ evaluator',
  'src/features/account/account.server.ts': 'carries it to the screens’ evaluator',
  'src/features/members/components/billing-contact.tsx': 'shows who is it, and asks to change it',
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

test('a decision reads it in one place', () => {
  const reading = sources.flatMap(({ path, lines }) =>
    lines.filter((line) => /access\??\.isBillingContact/.test(line)).map(() => path),
  )
  expect(reading).toEqual(['src/authz/billing.ts'])
})
