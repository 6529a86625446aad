/** The conventions' rules, proved to bite: for each, text that keeps it and text that breaks it. */
import { describe, expect, test } from 'vitest'
import { sourceFile } from './conventions/source-file'
import * as syntaxRules from './conventions/syntax-rules'
import * as textRules from './conventions/text-rules'

type Rule = (file: ReturnType<typeof sourceFile>) => readonly string[]

const breaks = (rule: Rule, text: string, path = 'src/features/notes/notes.server.ts'): boolean =>
  rule(sourceFile(path, text)).length > 0

describe('file names', () => {
  test.each([
    'src/ui/data-table.tsx',
    'src/features/notes/notes.functions.ts',
    'src/routes/__root.tsx',
    'src/routes/_authed.tsx',
    'src/routes/_authed/projects_.$projectId.tsx',
    'src/routes/api/auth/$.ts',
    'playwright.config.ts',
    '.dependency-cruiser.cjs',
  ])('%s is fine', (path) => {
    expect(breaks(textRules.namesAreKebabCase, '', path)).toBe(false)
  })

  test.each([
    'src/ui/DataTable.tsx',
    'src/ui/data_table.tsx',
    'src/ui/dataTable.tsx',
    'src/routes/Projects.tsx',
    'src/MyFolder/x.ts',
  ])('%s is not', (path) => {
    expect(breaks(textRules.namesAreKebabCase, '', path)).toBe(true)
  })
})

test('a file of 300 lines is fine and one of 301 is not', () => {
  expect(breaks(textRules.filesAreShort, 'x\n'.repeat(300))).toBe(false)
  expect(breaks(textRules.filesAreShort, 'x\n'.repeat(301))).toBe(true)
})

test('barrels are found by their name and by what they do', () => {
  expect(breaks(textRules.noBarrels, `export * from './a'`, 'src/authz/index.ts')).toBe(false)
  expect(breaks(textRules.noBarrels, '', 'src/routes/index.tsx')).toBe(false)
  expect(breaks(textRules.noBarrels, '', 'src/ui/index.ts')).toBe(true)
  expect(breaks(textRules.noBarrels, `export * from './a'`, 'src/ui/all.ts')).toBe(true)
})

test('a gate without a purpose at its top is found; other files and tests need none', () => {
  const rule = textRules.opensWithItsPurpose
  expect(breaks(rule, '/** Gate. */', 'src/middleware/x.ts')).toBe(false)
  expect(breaks(rule, `import 'x'`, 'src/middleware/x.ts')).toBe(true)
  expect(breaks(rule, '// no', 'src/authz/x.ts')).toBe(true)
  expect(breaks(rule, `import 'x'`, 'src/authz/x.test.ts')).toBe(false)
  expect(breaks(rule, `import 'x'`, 'src/ui/x.ts')).toBe(false)
})

test('work that is put off is found', () => {
  // In halves, or this file would break the rule.
  for (const halves of ['TO DO', 'FIX ME', 'HA CK']) {
    expect(breaks(textRules.nothingIsPutOff, `// ${halves.replace(' ', '')}: later`)).toBe(true)
  }
  expect(breaks(textRules.nothingIsPutOff, 'const method = 1')).toBe(false)
})

test('a silenced compiler is found', () => {
  expect(breaks(textRules.nothingSilencesTheCompiler, '// @ts-ignore')).toBe(true)
  expect(breaks(textRules.nothingSilencesTheCompiler, '// @ts-nocheck')).toBe(true)
})

test('the environment is read in one file of src, and anywhere outside', () => {
  const rule = textRules.environmentIsReadOnce
  const read = 'process.env.SECRET'
  expect(breaks(rule, read)).toBe(true)
  expect(breaks(rule, read, 'src/platform/log.ts')).toBe(true)
  expect(breaks(rule, read, 'src/platform/env.ts')).toBe(false)
  expect(breaks(rule, read, 'scripts/seed/run.ts')).toBe(false)
  expect(breaks(rule, read, 'vite.config.ts')).toBe(false)
})

test('words by the tables of a browser are found in pages', () => {
  const rule = textRules.wordsAreWrittenByHand
  const page = 'src/features/notes/components/note.tsx'
  expect(breaks(rule, `new Intl.NumberFormat('en')`, page)).toBe(true)
  expect(breaks(rule, `at.toLocaleDateString('en')`, page)).toBe(true)
  expect(breaks(rule, `name.toLocaleLowerCase()`, page)).toBe(false)
  expect(breaks(rule, `count.toLocaleString('en')`, 'scripts/bench/report.ts')).toBe(false)
})

test('sizes and colours of no token are found in pages, and nowhere else', () => {
  const rule = textRules.looksAreTokens
  const page = 'src/features/notes/components/note.tsx'
  for (const loose of ['text-[0.8125rem]', 'rounded-[3px]', '#fff', 'bg-[#1a2b3c]']) {
    expect(breaks(rule, `<p className="${loose}" />`, page), loose).toBe(true)
  }
  expect(breaks(rule, '<a className="text-small" href="#data" />', page)).toBe(false)
  expect(breaks(rule, `const INK = '#1b1a17'`, 'src/platform/mail/letter.tsx')).toBe(false)
})

test('any is found as a type and not as a word', () => {
  expect(breaks(syntaxRules.noAny, 'const x: any = 1')).toBe(true)
  expect(breaks(syntaxRules.noAny, 'type X = Record<string, any>')).toBe(true)
  expect(breaks(syntaxRules.noAny, `const any = 'any' // any`)).toBe(false)
})

test('classes are found, errors excepted', () => {
  expect(breaks(syntaxRules.noClassesButErrors, 'class A {}')).toBe(true)
  expect(breaks(syntaxRules.noClassesButErrors, 'class A extends Base {}')).toBe(true)
  expect(breaks(syntaxRules.noClassesButErrors, 'class A extends Error {}')).toBe(false)
  expect(breaks(syntaxRules.noClassesButErrors, 'class A extends AppError {}')).toBe(false)
})

describe('assertions', () => {
  test.each([
    'const x = y as Thing // the column is not null',
    '// the column is not null\nconst x = y as Thing',
    '/** The column is not null. */\nconst x = y!',
    `const x = ['a'] as const`,
    `import { a as b } from './c'`,
    'const x = !y && y != z',
    `if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error`,
    '// checked above\nreturn call(\n  a,\n  b as Thing,\n)',
  ])('with a reason, or none at all: %s', (text) => {
    expect(breaks(syntaxRules.assertionsHaveReasons, text)).toBe(false)
  })

  test.each([
    'const x = y as Thing',
    'const x = y!',
    'const x = <Thing>y',
    'const x = y!.z',
    `const x = 'http://host' as Url`,
    '// far above\nconst a = 1\nconst x = y as Thing',
  ])('without one: %s', (text) => {
    expect(breaks(syntaxRules.assertionsHaveReasons, text)).toBe(true)
  })
})

describe('comparing role names', () => {
  test.each([
    `if (role === 'owner') go()`,
    `const x = 'admin' != role.key`,
    `switch (role) { case 'viewer': }`,
    `if (keys.includes('editor')) go()`,
    `const where = eq(roles.key, 'owner')`,
    `const where = inArray(roles.key, ['owner', 'admin'])`,
    "const q = sql`select 1 from roles where key = 'owner'`",
    `const q = "select 1 from roles where key in ('admin')"`,
    'const mine = role.key === OWNER_ROLE',
  ])('is found: %s', (text) => {
    expect(breaks(syntaxRules.roleNamesAreNotCompared, text)).toBe(true)
  })

  test.each([
    `const label = 'Ask the owner'`,
    `const template = ROLE_TEMPLATES['owner']`,
    `if (kind === 'document') go()`,
    `give('owner')`,
  ])('is not confused with: %s', (text) => {
    expect(breaks(syntaxRules.roleNamesAreNotCompared, text)).toBe(false)
  })

  test('authz itself, and tests, may', () => {
    const text = `if (role === 'owner') go()`
    expect(breaks(syntaxRules.roleNamesAreNotCompared, text, 'src/authz/roles.ts')).toBe(false)
    expect(breaks(syntaxRules.roleNamesAreNotCompared, text, 'tests/x.test.ts')).toBe(false)
  })
})

describe('a table of sign-in in SQL', () => {
  const rule = syntaxRules.signInTablesStayWithAuth

  test.each([
    'db.execute(sql`select * from auth.session`)',
    'db.execute(sql`select email from auth."user" where id = ${id}`)',
    'db.execute(sql`select * from "auth"."account"`)',
    `client.query('delete from auth . session')`,
    'const from = sql`join auth.account a on a.user_id = ${id} and ${more}`',
  ])('is found: %s', (text) => {
    expect(breaks(rule, text)).toBe(true)
  })

  test.each([
    `import { session } from '~/auth/session'`,
    'const path = `/api/auth/${name}`',
    'const signedIn = auth.session',
    'db.execute(sql`select author.name from members author`)',
  ])('is not confused with: %s', (text) => {
    expect(breaks(rule, text)).toBe(false)
  })

  test('is fine where it belongs', () => {
    const text = 'db.execute(sql`select * from auth.session`)'
    expect(breaks(rule, text, 'src/auth/sessions.ts')).toBe(false)
    expect(breaks(rule, text, 'src/db/identity-door.ts')).toBe(false)
    expect(breaks(rule, text, 'tests/x.test.ts')).toBe(false)
  })
})
