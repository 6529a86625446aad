/**
 * Accounts are of use only to who has shown that they read their address. Until then an account is
 * a claim that anybody can make with anybody's address: it can't sign in, keeps nobody from the
 * address, and gives way to the next claim.
 */
import { and, eq, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { conflict } from '~/authz'
import { getPool } from '~/db/client'
import { account, user } from '~/db/schema/auth'
import type { TenantDb } from '~/db/tenant-door'
import { newId } from '~/platform/ids'
import { auth } from './better-auth'

/** @returns the hash that the sign-in library verifies */
export async function hashPassword(password: string): Promise<string> {
  return (await auth().$context).password.hash(password)
}

export interface NewAccount {
  /** In lower case. */
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}

/**
 * @param db the open transaction in which the token of the address is used up
 * @returns the person's id
 * @throws AppError `conflict` when the address has an account by now
 */
export async function createAccount(db: TenantDb, made: NewAccount): Promise<string> {
  const id = newId()
  const { email, name, passwordHash } = made
  await forgetClaim(email, db)
  const inserted = await db
    .insert(user)
    .values({ id, email, name, emailVerified: true })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id })
  if (inserted.length === 0) throw conflict('This address has an account. Sign in instead.')
  await db.insert(account).values({
    id: newId(),
    accountId: id,
    userId: id,
    providerId: 'credential',
    password: passwordHash,
  })
  return id
}

/** @returns whether an account has this address, confirmed or not */
export async function hasAccount(email: string): Promise<boolean> {
  const rows = await drizzle({ client: getPool() })
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, email))
  return rows.length > 0
}

/**
 * Deletes an account that was never confirmed: somebody may have signed up with another person's
 * address and a password of their own, and that must not be what the person later confirms. Never
 * one that belongs to an organization, however it came to be unconfirmed.
 *
 * @param email in lower case
 */
export async function forgetClaim(
  email: string,
  db: NodePgDatabase = drizzle({ client: getPool() }),
): Promise<void> {
  await db
    .delete(user)
    .where(
      and(
        eq(user.email, email),
        eq(user.emailVerified, false),
        sql`not exists (select from identity.organizations_of(${user.id}))`,
      ),
    )
}
