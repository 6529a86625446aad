/** What a request asks of the database, as the database's own log has it. */
import { readFileSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { type Caller, callerWith, signIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { thingsOf, type Things } from '../support/samples'
import { type ServerProcess, startServer } from '../support/server-process'

const database = databaseForFile()
let server: ServerProcess
let olivia: Caller
let things: Things

beforeAll(async () => {
  // Before the server connects: it holds for connections that are made afterwards.
  await database().query(`alter database ${database().name} set log_statement = 'all'`)
  // Asking for jobs twice a second is no request's doing.
  server = await startServer(database().url('app'), { JOBS: '0' })
  olivia = await signIn(server, 'owner')
  things = await thingsOf(database(), LARKSPUR)
  return () => server.stop()
})

/** The statements that the server's login sent while this was done, each by its beginning. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const start = statSync(inject('clusterLog')).size
  await work()
  // Postgres logs a statement before it runs it, so all of them are there when the answer is, but
  // for the end of a read: nobody waits for that.
  await expect.poll(() => transactionsOpenIn(loggedSince(start)), { interval: 5 }).toBe(0)
  return loggedSince(start)
}

function loggedSince(start: number): string[] {
  const added = readFileSync(inject('clusterLog')).subarray(start).toString()
  const mine = `<${database().name} gatehouse_app> LOG:`
  return added
    .split(/\n(?=<)/)
    .filter((entry) => entry.startsWith(mine) && /(statement|execute [^:]*): /.test(entry))
    .map((entry) => shortOf(entry.replace(/^.*?(statement|execute [^:]*): /s, '')))
}

function transactionsOpenIn(statements: readonly string[]): number {
  const count = (kind: RegExp) => statements.filter((statement) => kind.test(statement)).length
  return count(/^begin/) - count(/^(commit|rollback)$/)
}

const KINDS: readonly [RegExp, string][] = [
  [/^select identity\.resolve_session/, 'resolve'],
  [/^begin read only; set local app\.org_id = '/, 'begin reading in the tenant'],
  [/^begin; set local app\.org_id = '/, 'begin in the tenant'],
  [/^select pg_advisory_xact_lock/, 'lock'],
  [/^select status, access_version from memberships[\s\S]*for share/, 'hold membership'],
  [/^select identity\.record_denial/, 'record denial'],
]

function shortOf(statement: string): string {
  const known = KINDS.find(([pattern]) => pattern.test(statement))
  if (known !== undefined) return known[1]
  return statement.replaceAll('"', '').split(/\s+/).slice(0, 3).join(' ').trim()
}

describe('the principal, the organization and the permissions are one statement', () => {
  test('beside which a read is its transaction and its query', async () => {
    const statements = await statementsOf(() => olivia.call('audit.listAuditEvents', {}))
    expect(statements).toEqual([
      'resolve',
      'begin reading in the tenant',
      expect.stringMatching(/^select/),
      'commit',
    ])
  })

  test('beside which reading one thing through its check is its transaction and its query', async () => {
    const { projectId } = things
    const statements = await statementsOf(() => olivia.call('projects.getProject', { projectId }))
    expect(statements).toEqual([
      'resolve',
      'begin reading in the tenant',
      expect.stringMatching(/^select/),
      'commit',
    ])
  })

  test('beside which a change is one transaction, with its record and the hold on the membership', async () => {
    const statements = await statementsOf(() =>
      olivia.call('organizations.updateOrganization', { name: 'Larkspur' }),
    )
    expect(statements).toEqual([
      'resolve',
      'begin in the tenant',
      'hold membership',
      'update organizations set',
      expect.stringMatching(/^select org_id/),
      'insert into audit_events',
      'insert into audit_heads',
      'commit',
    ])
  })

  test('asked once for a page, however many functions it calls', async () => {
    const statements = await statementsOf(async () => {
      const page = await olivia.request('/projects', { headers: { accept: 'text/html' } })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('Alpine Seed Bank')
    })
    expect(statements.filter((statement) => statement === 'resolve')).toHaveLength(1)
  })
})

describe('a refusal costs', () => {
  test('attack 2: no statement where the cookie is not ours', async () => {
    const forged = callerWith(server, `${olivia.cookie.slice(0, -3)}AAA`)
    const statements = await statementsOf(() => forged.call('projects.listProjects'))
    expect(statements.filter((statement) => statement !== 'record denial')).toEqual([])
  })

  test('no look at the rows where the permission is missing', async () => {
    const bianca = await signIn(server, 'billing')
    const statements = await statementsOf(() => bianca.call('audit.listAuditEvents', {}))
    expect(statements).toEqual([
      'resolve',
      'begin reading in the tenant',
      'rollback',
      'record denial',
    ])
  })

  test('no transaction where the organization has changed', async () => {
    const asserted = { headers: { 'x-gatehouse-organization': things.projectId } }
    const statements = await statementsOf(() =>
      olivia.call('projects.createProject', { name: 'No' }, asserted),
    )
    expect(statements).toEqual(['resolve'])
  })
})
