/**
 * The demo's people, signed in once per run, through the front door of a server on the template. Each
 * sign-in costs a password's hash, which is slow on purpose, and most tests are not about signing in.
 */
import { join } from 'node:path'
import pg from 'pg'
import { PERSONAS } from '../../src/features/demo/personas'
import { signIn } from '../../e2e/harness/sign-in'
import type { LocalPostgres } from '../../scripts/local-postgres'
import { startAppServer } from '../../scripts/running/app-server'
import { endChild } from '../../scripts/running/child-processes'
import { anyFreePort } from '../../scripts/running/ports'

export interface PersonaSession {
  /** The Cookie header of their browser. */
  readonly cookie: string
  /** The session as a row in JSON, to be put into a copy of the template. */
  readonly row: string
}

/** @returns the session of each persona, by their key; the template is afterwards as it was */
export async function signPersonasIn(
  cluster: LocalPostgres,
  template: string,
  authSecret: string,
): Promise<Readonly<Record<string, PersonaSession>>> {
  const port = await anyFreePort()
  const server = await startAppServer(
    {
      APP_URL: `http://localhost:${port}`,
      AUTH_SECRET: authSecret,
      DATABASE_OWNER_URL: cluster.ownerUrl(template),
      DATABASE_URL: cluster.appUrl(template),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      PORT: String(port),
    },
    join(cluster.folder, 'sign-in.log'),
  )
  const client = new pg.Client({ connectionString: cluster.superuserUrl(template) })
  await client.connect()
  try {
    const sessions: Record<string, PersonaSession> = {}
    for (const { key, email } of PERSONAS) {
      const cookie = await signIn(port, email)
      const row = await takeOut(client)
      sessions[key] = { cookie, row }
    }
    await client.query('delete from platform.rate_limits')
    return sessions
  } finally {
    await client.end()
    await endChild(server, { graceMs: 3_000, group: true })
  }
}

/** The one session there is, and what is on record of it. */
async function takeOut(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string; row: string }>(
    'delete from auth.session s returning id, to_jsonb(s)::text as row',
  )
  if (rows.length !== 1 || rows[0] === undefined) throw new Error('expected one session')
  await client.query('delete from account_events where session_id = $1', [rows[0].id])
  return rows[0].row
}
