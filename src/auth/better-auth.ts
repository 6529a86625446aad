/**
 * Better Auth: passwords, sessions and their cookies. It says who somebody is and nothing else;
 * organizations, roles and permissions are ours. Of its some thirty endpoints the product serves
 * two (see endpoints.ts); those about accounts are called in process, behind gates of ours.
 */
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthMiddleware } from 'better-auth/api'
import { tanstackStartCookies } from 'better-auth/tanstack-start'
import { drizzle } from 'drizzle-orm/node-postgres'
import { getPool } from '~/db/client'
import { organizationsOf } from '~/db/identity-door'
import * as authSchema from '~/db/schema/auth'
import { env, isHttps } from '~/platform/env'
import { failureFacts } from '~/platform/failure-facts'
import { newId } from '~/platform/ids'
import { log } from '~/platform/log'
import { FEWEST_CHARACTERS, MOST_CHARACTERS } from '~/authz'
import { afterReset, mailConfirmation, mailExistingPerson, mailReset } from './account-mails'
import { sessionTokenOf } from './cookie'

/** Set by our server entry from the connection itself; whatever a client sent is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-gatehouse-client-address'

const hours = (count: number): number => count * 3600

function createAuth() {
  return betterAuth({
    appName: 'Gatehouse',
    // Explicit, since the default guesses from NODE_ENV and would mark the cookie wrongly.
    baseURL: env().APP_URL.origin,
    secret: env().AUTH_SECRET,
    trustedOrigins: [env().APP_URL.origin],
    telemetry: { enabled: false },
    // Its messages quote what was sent; of a failure that it swallows, the log gets the facts.
    logger: { level: 'error', log: reportSwallowed },
    // What fails is ours to map: it would print a query with its parameters and answer an empty 500.
    onAPIError: { throw: true },
    database: drizzleAdapter(drizzle({ client: getPool() }), {
      provider: 'pg',
      schema: authSchema,
      // An account and its password, or a password and the end of its sessions: both or neither.
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: FEWEST_CHARACTERS,
      maxPasswordLength: MOST_CHARACTERS,
      // Also what makes the answers for a known and an unknown address the same.
      requireEmailVerification: true,
      autoSignIn: false,
      onExistingUserSignUp: mailExistingPerson,
      resetPasswordTokenExpiresIn: hours(1),
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: mailReset,
      onPasswordReset: afterReset,
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: hours(24),
      sendVerificationEmail: mailConfirmation,
    },
    // Who reads the table cannot set anybody's password.
    verification: { storeIdentifier: 'hashed' },
    account: { accountLinking: { enabled: false } },
    session: {
      expiresIn: hours(env().SESSION_IDLE_HOURS),
      updateAge: hours(env().SESSION_IDLE_HOURS) / 24,
      // A cached session would outlive its revocation.
      cookieCache: { enabled: false },
      additionalFields: {
        // `input: false`: no client can choose the tenant it works in.
        activeOrganizationId: { type: 'string', required: false, input: false },
      },
    },
    // Ours counts in the database, per address and per account (sign-in-limits.ts).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'gatehouse',
      useSecureCookies: isHttps(),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => ({
            data: { ...session, activeOrganizationId: await whereToWork(session.userId, ctx) },
          }),
        },
      },
    },
    hooks: { after: createAuthMiddleware(endEarlierSession) },
    plugins: [tanstackStartCookies()],
  })
}

/** As the library hands it to hooks; null where no endpoint is behind the change. */
type HookContext = Parameters<typeof endEarlierSession>[0] | null

type Auth = ReturnType<typeof createAuth>

let instance: Auth | undefined

/** @returns the process's Better Auth, made at first use. */
export function auth(): Auth {
  instance ??= createAuth()
  return instance
}

function reportSwallowed(_level: string, _message: string, ...details: unknown[]): void {
  const failure = details.find((detail) => detail instanceof Error)
  if (failure === undefined) return
  log().error({ failure: failureFacts(failure) }, 'the sign-in library reported a failure')
}

/**
 * Where a session works: after a change of password where the one before it did, after signing in
 * in the first organization that the person is active in.
 */
async function whereToWork(userId: string, ctx: HookContext): Promise<string | null> {
  const earlier: unknown = ctx?.path === '/change-password' ? ctx.context.session?.session : null
  const { activeOrganizationId }: { activeOrganizationId?: unknown } = Object(earlier)
  if (typeof activeOrganizationId === 'string') return activeOrganizationId
  const all = await organizationsOf(userId)
  return all.find((organization) => organization.status === 'active')?.org_id ?? null
}

/**
 * Ends the session that the browser held before it signed in. Without this, a session id that
 * somebody planted or learned before sign-in would stay good after it (session fixation).
 */
async function endEarlierSession(
  ctx: Parameters<Parameters<typeof createAuthMiddleware>[0]>[0],
): Promise<void> {
  if (ctx.path !== '/sign-in/email' || !ctx.context.newSession) return
  const earlier = sessionTokenOf(ctx.headers?.get('cookie') ?? null)
  if (earlier === undefined || earlier === ctx.context.newSession.session.token) return
  await ctx.context.internalAdapter.deleteSession(earlier)
  log().info('an earlier session ended at sign-in')
}
