/** Passwords: a forgotten one replaced through a mail, and one's own changed. */
import type { z } from 'zod'
import { invalidInput, notFound } from '~/authz'
import { mail, mailPasswordChanged } from '~/auth/account-mails'
import { hasAccount } from '~/auth/accounts'
import { auth } from '~/auth/better-auth'
import type { Principal } from '~/auth/session'
import { countAttemptFrom, countMailRequest, countSignInAttempt } from '~/auth/sign-in-limits'
import type { changePasswordSchema, resetPasswordSchema } from './account.schema'
import { callersAddress, headersForAuth, refusalCode } from './auth-calls.server'

/**
 * Mails a link to choose another password, or that there is no account: the answer is the same.
 *
 * @throws AppError `rate_limited`
 */
export async function requestReset(email: string): Promise<void> {
  if (!(await countMailRequest(callersAddress(), email))) return
  await auth().api.requestPasswordReset({ body: { email } })
  if (!(await hasAccount(email))) await mail({ kind: 'no-account', to: email, path: '/signup' })
}

/**
 * Sets another password by the link of a mail, which works once, and ends all sessions.
 *
 * @throws AppError `not_found` for a link that is used, too old, or none of ours
 */
export async function resetPassword(input: z.output<typeof resetPasswordSchema>): Promise<void> {
  await countAttemptFrom(callersAddress())
  const { token, password } = input
  try {
    await auth().api.resetPassword({ body: { token, newPassword: password } })
  } catch (error) {
    refusalCode(error)
    throw notFound()
  }
}

/**
 * Changes the password of who is signed in, and ends their sessions but this one, which gets
 * another token. Guesses count as they do at the front door: a stolen session is no way around it.
 *
 * @throws AppError `invalid_input` when the current password is another
 */
export async function changePassword(
  principal: Principal,
  input: z.output<typeof changePasswordSchema>,
): Promise<void> {
  await countSignInAttempt(callersAddress(), principal.email)
  try {
    await auth().api.changePassword({
      body: { ...input, revokeOtherSessions: true },
      headers: headersForAuth(),
    })
  } catch (error) {
    refusalCode(error)
    throw invalidInput([{ path: 'currentPassword', message: 'This is not your password.' }])
  }
  await mailPasswordChanged(principal.email)
}
