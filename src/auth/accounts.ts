/** Accounts are made only for an address that has shown that somebody reads it. */
import { conflict } from '~/authz'
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
