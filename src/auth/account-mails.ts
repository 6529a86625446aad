/**
 * The mails about accounts, and what a link in one of them proves. The library runs these after its
 * own transaction has ended and hands no connection on, so a mail can't be enqueued in it: an
 * account is committed first, its mail after. A process that dies in between leaves an account that
 * nobody can use yet and a person without a mail, who asks for another. The other order would mail
 * links to what doesn't exist.
 */
import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { getPool } from '~/db/client'
import { enqueueMail } from '~/db/jobs'
import { user as users } from '~/db/schema/auth'
import type { Mail } from '~/platform/mail/mail'

interface Person {
  readonly id: string
  readonly email: string
}

interface ForPerson {
  readonly user: Person
}

interface WithToken extends ForPerson {
  readonly token: string
}

/** Queues a mail that no transaction of ours belongs to. */
export async function mail(letter: Mail): Promise<void> {
  await enqueueMail({ $client: getPool() }, letter)
}

export async function mailConfirmation({ user, token }: WithToken): Promise<void> {
  await mail({ kind: 'sign-up', to: user.email, path: `/verify/${token}` })
}

/** Somebody signed up with the address of an account: its person is told, and nobody else. */
export async function mailExistingPerson({ user }: ForPerson): Promise<void> {
  await mail({ kind: 'already-signed-up', to: user.email, path: '/login' })
}

export async function mailReset({ user, token }: WithToken): Promise<void> {
  await mail({ kind: 'reset', to: user.email, path: `/reset/${token}` })
}

/** Whoever had the link reads the address: that confirms it as well as the other mail's link does. */
export async function afterReset({ user }: ForPerson): Promise<void> {
  await drizzle({ client: getPool() })
    .update(users)
    .set({ emailVerified: true, updatedAt: new Date() })
    .where(and(eq(users.id, user.id), eq(users.emailVerified, false)))
  await mailPasswordChanged(user.email)
}

export async function mailPasswordChanged(to: string): Promise<void> {
  await mail({ kind: 'password-changed', to, path: '/forgot' })
}
