/**
 * Sets the stage: a PostgreSQL of its own, one database that is migrated and seeded, and everybody
 * signed in. Workers copy that database, so this is paid for once.
 */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type LocalPostgres, startLocalPostgres } from '../../scripts/local-postgres.ts'
import { runScript } from '../../scripts/running/run-command.ts'
import { arrangeInvitations } from './invitations.ts'
import { arrangeAccounts } from './mailed-tokens.ts'
import { arrangeOffers } from './offers.ts'
import { ACCOUNTS, SECOND_DEVICE } from './people.ts'
import { startServer } from './server.ts'
import { signIn, signOut } from './sign-in.ts'
import { type Stage, writeStage } from './stage.ts'

const TEMPLATE = 'e2e_template'

/** @returns how to take it all down again */
export async function prepareStage(folder: string): Promise<() => Promise<void>> {
  const postgres = await startLocalPostgres({ name: 'e2e', ephemeral: true })
  try {
    const secret = randomBytes(36).toString('base64url')
    await fill(postgres, secret)
    const unsigned: Stage = { cluster: postgres.address, template: TEMPLATE, secret, cookies: {} }
    const cookies = await signEverybodyIn(unsigned)
    await arrangeSessions(postgres.superuserUrl(TEMPLATE))
    writeStage(folder, { ...unsigned, cookies })
    return () => postgres.stop()
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function fill(postgres: LocalPostgres, secret: string): Promise<void> {
  await postgres.createDatabase(TEMPLATE)
  await runScript('scripts/migrate.ts', { DATABASE_OWNER_URL: postgres.ownerUrl(TEMPLATE) })
  await runScript('scripts/seed.ts', {
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: secret,
    DATABASE_URL: postgres.appUrl(TEMPLATE),
    LOG_LEVEL: 'warn',
  })
}

async function signEverybodyIn(stage: Stage): Promise<Record<string, string>> {
  const server = await startServer(stage, { database: TEMPLATE })
  try {
    const people = Object.entries(ACCOUNTS)
    // One after another: each costs a password hash, and a busy machine would answer 503 to many.
    const revoked = await signIn(server.port, ACCOUNTS.owner.email)
    const cookies: string[] = []
    for (const [, { email }] of people) cookies.push(await signIn(server.port, email))
    // Everything about this session is right, and the owner holds every permission; but it ended.
    await signOut(server.port, revoked)
    return Object.fromEntries([
      ['revoked', revoked],
      ...people.map(([person], index) => [person, cookies[index]]),
    ]) as Record<string, string> // one cookie for each person above, or signIn has thrown
  } finally {
    await server.stop()
  }
}

/** Sessions as they are some time after signing in, which no entrance can bring about. */
async function arrangeSessions(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    // Signed in before being suspended: it must be the membership that refuses, not an empty field.
    await client.query('update auth.session set active_organization_id = $1 where user_id = $2', [
      ACCOUNTS.suspended.organization,
      ACCOUNTS.suspended.userId,
    ])
    // A second device for everybody, to be signed out from the first.
    await client.query(
      `insert into auth.session (id, token, user_id, active_organization_id, expires_at, user_agent)
       select gen_random_uuid(), md5(random()::text), user_id, active_organization_id, expires_at, $1
       from auth.session`,
      [SECOND_DEVICE],
    )
    await arrangeInvitations(client)
    await arrangeAccounts(client)
    await arrangeOffers(client)
    await client.query('delete from platform.rate_limits')
  } finally {
    await client.end()
  }
}
