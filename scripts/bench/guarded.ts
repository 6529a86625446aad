/**
 * (b) What the guards cost a whole call: requests to the built server's own `fetch`, in this
 * process, beside calls that nothing guards.
 *
 * The product has no unguarded function that asks the database, and gets none for this. So the
 * unguarded call is put together: a public function of the product that asks nothing
 * (`demo.listPersonas`), followed by one prepared `select 1`. What the guarded one takes beyond it
 * is its gates, its transaction and its query. A bare handler (a Request in, `select 1`, a Response
 * out, no framework) shows what the framework itself takes.
 */
import { getPool } from '~/db/client'
import { env } from '~/platform/env'
import { eightCallers, measure, type Measurement, type Rounds } from './measure'
import type { Caller } from './population'
import { cookieFor, inTurn, SELECT_ONE } from './sessions'
import { statementsOf } from './statements'

interface BuiltServer {
  readonly default: { readonly fetch: (request: Request) => Promise<Response> }
  readonly stop: () => Promise<void>
}

export interface CallTiming {
  readonly name: string
  readonly statements: readonly string[]
}

export interface CallResult {
  readonly alone: Measurement
  readonly crowded: Measurement
  readonly calls: readonly CallTiming[]
}

export async function measureCalls(
  serverFile: string,
  callers: readonly Caller[],
  rounds: Rounds,
): Promise<CallResult> {
  // Built from this very tree; its type is what src/server.ts exports.
  const server = (await import(serverFile)) as BuiltServer
  const next = inTurn(callers)
  const call = (path: string, cookie?: string) => answered(server, path, cookie)
  const asCaller = (pathFor: (caller: Caller) => string) => () => {
    const caller = next()
    return call(pathFor(caller), cookieFor(caller.token))
  }
  const subjects = [
    { name: 'no framework: Request → select 1 → Response', run: () => bareHandler() },
    { name: 'GET /healthz (a route, no statement)', run: () => call('/healthz') },
    {
      name: 'public function (demo.listPersonas, no statement)',
      run: () => call(fn('demo.listPersonas')),
    },
    {
      name: 'unguarded: that function, then one select 1',
      run: async () => {
        await call(fn('demo.listPersonas'))
        await selectOne()
      },
    },
    { name: 'signed in: account.getViewer', run: asCaller(() => fn('account.getViewer')) },
    { name: 'permission: roles.listRoles', run: asCaller(() => fn('roles.listRoles')) },
    {
      name: 'resource: projects.getProject',
      run: asCaller(({ projectId }) => fn('projects.getProject', { projectId })),
    },
    { name: 'GET /readyz (a route, three statements)', run: () => call('/readyz') },
  ]
  const calls: CallTiming[] = []
  for (const { name, run } of subjects) {
    await run()
    calls.push({ name, statements: (await statementsOf(run)).texts })
  }
  const base = { name: 'select 1, prepared', run: selectOne }
  const alone = await measure(base, subjects, rounds)
  const crowded = await measure(base, subjects, eightCallers(rounds))
  await server.stop()
  return { alone, crowded, calls }
}

const selectOne = () => getPool().query(SELECT_ONE)

async function bareHandler(): Promise<string> {
  const request = new Request(new URL('/', env().APP_URL))
  const { rows } = await selectOne()
  return Response.json({ method: request.method, rows }).text()
}

/** One call, its body read, as the person of the cookie. */
async function answered(server: BuiltServer, path: string, cookie?: string): Promise<string> {
  const url = new URL(path, env().APP_URL)
  const headers = {
    host: url.host,
    'sec-fetch-site': 'same-origin',
    'x-tsr-serverfn': 'true',
    accept: 'application/json',
    ...(cookie === undefined ? {} : { cookie }),
  }
  const response = await server.default.fetch(new Request(url, { headers }))
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${body}`)
  return body
}

function fn(id: string, data?: Readonly<Record<string, string>>): string {
  const query = data === undefined ? '' : `?payload=${encodeURIComponent(payloadOf(data))}`
  return `/_serverFn/${id}${query}`
}

/** `{ data }` in the framework's wire format (seroval's), for objects of strings. */
function payloadOf(data: Readonly<Record<string, string>>): string {
  const values = Object.values(data).map((s) => ({ t: 1, s }))
  const inner = wireObject(1, Object.keys(data), values)
  return JSON.stringify({ t: wireObject(0, ['data'], [inner]), f: 63, m: [] })
}

function wireObject(i: number, k: readonly string[], v: readonly unknown[]) {
  return { t: 10, i, p: { k, v }, o: 0 }
}
