/**
 * What a browser loads before a first page works: the scripts that the served page names, and all
 * that those import, in the bytes that travel. What is imported on demand is not counted.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { type Caller, callerWith, signIn } from '../support/caller'
import { LARKSPUR } from '../../scripts/seed/cast'
import { databaseForFile } from '../support/database'
import { memberIdOf, roleIdOf } from '../support/larkspur'
import { startServer } from '../support/server-process'

const PROJECT = join(import.meta.dirname, '../..')
const CLIENT = join(PROJECT, 'dist/client')
const KILOBYTE = 1000
const BUDGET = 200

/** Shows every primitive in every state, for who builds with them; there in demo mode alone. */
const NO_FIRST_PAGE: ReadonlySet<string> = new Set(['/design'])

/** Every page of the app by its file, with what stands for the ids in its address. */
const PAGES = pageFiles()

/** In the page: a script's address, or that of a module to be loaded ahead. */
const NAMED = /(?:src|href)="(\/assets\/[^"]+\.js)"|import\(["'](\/assets\/[^"']+\.js)["']\)/g
/** In a built module: `import{a}from"./b.js"`, `import"./b.js"`, `export*from"./b.js"`. */
const IMPORTED = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g

const database = databaseForFile()
const callers = new Map<string, Caller>()
const ids = new Map<string, string>()

beforeAll(async () => {
  const server = await startServer(database().url('app'), { DEMO: '1' })
  const owner = await signIn(server, 'owner')
  callers.set('nobody', callerWith(server)).set('owner', owner)
  const [project] = await database().query<{ id: string }>(
    'select id from projects where org_id = $1',
    [LARKSPUR],
  )
  const [document] = await database().query<{ id: string }>(
    'select id from documents where org_id = $1',
    [LARKSPUR],
  )
  ids
    .set('$projectId', project?.id ?? '')
    .set('$documentId', document?.id ?? '')
    .set('$memberId', await memberIdOf(database(), 'viewer'))
    .set('$roleId', await roleIdOf(database(), 'editor'))
    .set('$token', 'none')
  return () => server.stop()
})

test.each(PAGES)('%s takes no more script than it may', async (pattern) => {
  const path = pattern.replaceAll(/\$\w+/g, (step) => ids.get(step) ?? 'unknown')
  const who = pattern.startsWith('/login') ? 'nobody' : 'owner'
  const response = await callers.get(who)?.request(path)
  expect(response?.status).toBe(pattern.startsWith('/invite/') ? 404 : 200)
  const named = [...((await response?.text()) ?? '').matchAll(NAMED)].map(
    ([, src, lazy]) => src ?? lazy ?? '',
  )
  const weights = weigh(new Set(named))
  const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(weights.size, 'scripts were found').toBeGreaterThan(3)
  expect(total, 'with its framework it weighs something').toBeGreaterThan(80 * KILOBYTE)
  expect(total, `${(total / KILOBYTE).toFixed(1)} kB: ${heaviest(weights)}`).toBeLessThanOrEqual(
    BUDGET * KILOBYTE,
  )
})

test('each script and style sheet travels as the build compressed it, and is the same there', async () => {
  const files = readdirSync(join(CLIENT, 'assets')).filter((file) => /\.(js|css)$/.test(file))
  const large = files.filter((file) => statSync(join(CLIENT, 'assets', file)).size >= 1024)
  expect(large.length, 'files to compress').toBeGreaterThan(20)
  for (const file of large) {
    const response = await callers.get('nobody')?.request(`/assets/${file}`, {
      headers: { 'accept-encoding': 'br' },
    })
    const copy = statSync(join(CLIENT, 'assets', `${file}.br`)).size
    expect(response?.headers.get('content-length'), `${file}: bytes that travel`).toBe(String(copy))
    expect(await response?.text(), file).toBe(readFileSync(join(CLIENT, 'assets', file), 'utf8'))
  }
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

/** @returns the addresses that files stand for, such as `/projects/$projectId` */
function pageFiles(): string[] {
  const files = readdirSync(join(PROJECT, 'src/routes'), { recursive: true, encoding: 'utf8' })
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx') && !/(^|\/)(-|_[^/]*$)/.test(file))
    .map((file) => file.slice(0, -'.tsx'.length).split(/[/.]/))
    .map(
      (steps) => `/${steps.filter((step) => step !== 'index' && !step.startsWith('_')).join('/')}`,
    )
    .filter((path) => !NO_FIRST_PAGE.has(path))
    .toSorted()
}
