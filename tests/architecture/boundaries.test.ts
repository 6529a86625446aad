/**
 * The import rules, proved to bite: a small tree that is fine, then one forbidden import at a
 * time. (The rules over the real tree are run by `npm run check`.)
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBoundaries } from '../../scripts/boundaries'

const REPO = join(import.meta.dirname, '../..')

/** One file per layer and kind of file, importing what each may import. */
const FINE = {
  'src/authz/index.ts': 'export const a = 1',
  'src/platform/env.ts': 'export const env = 1',
  'src/db/client.ts': "import pg from 'pg'\nimport '~/authz'\nexport const db = pg",
  'src/db/tenant-door.ts': "import './client'\nexport const door = 1",
  'src/auth/session.ts': "import '~/db/client'\nexport const s = 1",
  'src/audit/write.ts': "import '~/db/client'\nexport const w = 1",
  'src/ui/button.tsx': 'export const Button = 1',
  'src/middleware/session.ts': "import '~/auth/session'\nexport const m = 1",
  'src/features/notes/notes.schema.ts': "import { z } from 'zod'\nexport const n = z.string()",
  'src/features/notes/notes.server.ts': "import '~/db/tenant-door'\nexport const find = 1",
  'src/features/notes/notes.functions.ts':
    "import './notes.schema'\nimport './notes.server'\nimport '~/middleware/session'\nexport const list = 1",
  'src/features/notes/notes.gate.ts': "import '~/middleware/session'\nexport const gate = 1",
  'src/features/access/can.tsx': "import '~/authz'\nexport const Can = 1",
  'src/features/tags/tags.server.ts': "import '../notes/notes.server'\nexport const t = 1",
  'src/features/tags/tags.functions.ts': "import '../notes/notes.gate'\nexport const t = 1",
  'src/features/tags/components/tag.tsx':
    "import '~/ui/button'\nimport '~/features/access/can'\nexport const Tag = 1",
  'src/routes/index.tsx': "import '~/features/notes/notes.functions'\nexport const r = 1",
  'src/router.tsx': "import './routes/index'\nexport const router = 1",
  'tests/example.test.ts': "import '../src/authz'",
  'scripts/tool.ts': "import '../src/platform/env'",
  'e2e/attack.ts': "import 'node:fs'",
}

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'boundaries-'))
  symlinkSync(join(REPO, 'node_modules'), join(root, 'node_modules'))
  for (const file of ['tsconfig.json', 'package.json']) cpSync(join(REPO, file), join(root, file))
  for (const [file, text] of Object.entries(FINE)) write(file, text)
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

test('a tree that keeps the rules has no violations and no blind spots', async () => {
  const report = await checkBoundaries(root)
  expect(report.violations).toEqual([])
  expect(report.blindSpots).toEqual([])
  expect(report.seen).toEqual({ src: 18, tests: 1, e2e: 1, scripts: 1 })
})

const FORBIDDEN: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['authz-imports-only-what-it-may', 'src/authz/x.ts', "import '~/platform/env'"],
  ['authz-is-pure', 'src/authz/x.ts', "import { z } from 'zod'"],
  ['authz-is-pure', 'src/authz/x.ts', "import 'node:fs'"],
  ['ui-imports-only-what-it-may', 'src/ui/x.tsx', "import '~/features/notes/notes.schema'"],
  ['ui-imports-only-what-it-may', 'src/ui/x.tsx', "import '~/authz'"],
  ['platform-imports-only-what-it-may', 'src/platform/x.ts', "import '~/db/client'"],
  ['db-imports-only-what-it-may', 'src/db/x.ts', "import '~/auth/session'"],
  ['auth-imports-only-what-it-may', 'src/auth/x.ts', "import '~/middleware/session'"],
  ['audit-imports-only-what-it-may', 'src/audit/x.ts', "import '~/auth/session'"],
  ['middleware-imports-only-what-it-may', 'src/middleware/x.ts', "import '~/ui/button'"],
  ['features-imports-only-what-it-may', 'src/features/notes/x.ts', "import '~/routes/index'"],
  ['routes-imports-only-what-it-may', 'src/routes/x.tsx', "import '~/audit/write'"],
  [
    'feature-to-feature-through-its-doors',
    'src/features/tags/x.ts',
    "import '../notes/notes.schema'",
  ],
  [
    'database-only-from-server-files',
    'src/features/notes/notes.queries.ts',
    "import type { db } from '~/db/client'\nexport type D = typeof db",
  ],
  ['database-only-from-server-files', 'src/features/notes/x.ts', "import 'drizzle-orm'"],
  ['only-the-doors-connect', 'src/features/notes/x.server.ts', "import 'pg'"],
  ['features-use-the-doors', 'src/features/notes/x.server.ts', "import '~/db/client'"],
  ['features-use-the-doors', 'src/middleware/x.ts', "import '~/db/client'"],
  ['schemas-run-in-the-browser', 'src/features/notes/x.schema.ts', "import './notes.server'"],
  ['nobody-imports-an-entry', 'src/features/notes/x.ts', "import '~/router'"],
  ['src-ships-no-tests-or-tools', 'src/platform/x.ts', "import '../../scripts/tool'"],
  ['src-needs-no-dev-dependency', 'src/platform/x.ts', "import 'fast-check'"],
  ['e2e-imports-nothing-from-src', 'e2e/x.ts', "import '../src/authz'"],
  ['e2e-imports-nothing-from-src', 'e2e/x.ts', "import '../scripts/tool'"],
  ['no-cycles', 'src/platform/x.ts', "import './y'"],
  ['every-import-resolves', 'src/platform/x.ts', "import '~/platform/nowhere'"],
]

test.each(FORBIDDEN)('%s: %s may not %s', async (rule, file, imports) => {
  write('src/platform/y.ts', "import './x'\nexport const y = 1")
  if (!file.startsWith('src/platform/x')) write('src/platform/x.ts', 'export const x = 1')
  write(file, `${imports}\nexport const x = 1`)
  const { violations } = await checkBoundaries(root)
  expect(violations.filter((v) => v.startsWith(`${rule}: ${file} `))).not.toEqual([])
})

test('a tree in which nothing is found is a failure, not a success', async () => {
  for (const folder of ['src', 'tests', 'e2e', 'scripts']) {
    rmSync(join(root, folder), { recursive: true })
  }
  expect((await checkBoundaries(root)).blindSpots).toEqual(['no source file'])
})

test('a rule that has no file to judge is a failure', async () => {
  rmSync(join(root, 'src/ui'), { recursive: true })
  const { blindSpots } = await checkBoundaries(root)
  expect(blindSpots).toContain('rule "ui-imports-only-what-it-may" had no module to judge')
})
