/**
 * What a browser loads before a first page works: the scripts that the served page names, and all
 * that those import, in the bytes that travel. What is imported on demand is not counted.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { type Caller, callerWith, signIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { startServer } from '../support/server-process'

const CLIENT = join(import.meta.dirname, '../../dist/client')
const KILOBYTE = 1000
/** What each may take. The aim is 200 for all: these two numbers may only shrink. */
const BUDGETS: Readonly<Record<string, number>> = { '/projects': 218, '/members': 228 }
const BUDGET = 200

/** In the page: a script's address, or that of a module to be loaded ahead. */
const NAMED = /(?:src|href)="(\/assets\/[^"]+\.js)"|import\(["'](\/assets\/[^"']+\.js)["']\)/g
/** In a built module: `import{a}from"./b.js"`, `import"./b.js"`, `export*from"./b.js"`. */
const IMPORTED = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g

const database = databaseForFile()
const callers = new Map<string, Caller>()

beforeAll(async () => {
  const server = await startServer(database().url('app'), { DEMO: '1' })
  callers.set('nobody', callerWith(server))
  callers.set('owner', await signIn(server, 'owner'))
  return () => server.stop()
})

test.each([
  ['/login', 'nobody'],
  ['/', 'owner'],
  ['/projects', 'owner'],
  ['/members', 'owner'],
  ['/documents', 'owner'],
] as const)('%s takes no more script than it may', async (path, who) => {
  const response = await callers.get(who)?.request(path)
  expect(response?.status).toBe(200)
  const named = [...((await response?.text()) ?? '').matchAll(NAMED)].map(
    ([, src, lazy]) => src ?? lazy ?? '',
  )
  const weights = weigh(new Set(named))
  const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(weights.size, 'scripts were found').toBeGreaterThan(3)
  expect(total, 'with its framework it weighs something').toBeGreaterThan(80 * KILOBYTE)
  expect(total, `${(total / KILOBYTE).toFixed(1)} kB: ${heaviest(weights)}`).toBeLessThanOrEqual(
    (BUDGETS[path] ?? BUDGET) * KILOBYTE,
  )
})

/** @returns the compressed size of each file and of all that it imports, by name */
function weigh(addresses: ReadonlySet<string>): Map<string, number> {
  const weights = new Map<string, number>()
  const open = [...addresses].map((address) => address.slice('/assets/'.length))
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (weights.has(name)) continue
    const source = readFileSync(join(CLIENT, 'assets', name))
    weights.set(name, gzipSync(source).byteLength)
    for (const [, imported] of source.toString().matchAll(IMPORTED)) {
      if (imported !== undefined) open.push(imported)
    }
  }
  return weights
}

function heaviest(weights: ReadonlyMap<string, number>): string {
  const sorted = [...weights].toSorted(([, one], [, other]) => other - one)
  return sorted.map(([name, bytes]) => `${name} ${(bytes / KILOBYTE).toFixed(1)} kB`).join(', ')
}
