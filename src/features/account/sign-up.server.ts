/**
 * Signing up. Nothing here tells whether an address has an account: the answer is the same, and the
 * mail to the address says which it is.
 */
import { verifyJWT } from 'better-auth/crypto'
import type { z } from 'zod'
import { invalidInput, notFound, unavailable } from '~/authz'
import { forgetClaim, hasAccount } from '~/auth/accounts'
import { auth } from '~/auth/better-auth'
import { countMailRequest, countSignInAttempt } from '~/auth/sign-in-limits'
import { env } from '~/platform/env'
import type { confirmAddressSchema, signUpSchema } from './account.schema'
import { callersAddress, headersForAuth, refusalCode } from './auth-calls.server'

/**
 * Makes an account that can't be used until its address is confirmed, or tells the person who has
 * the address that somebody tried.
 *
 * @throws AppError `rate_limited`
 */
export async function signUp(input: z.output<typeof signUpSchema>): Promise<void> {
  if (!(await countMailRequest(callersAddress(), input.email))) return
  await forgetClaim(input.email)
  try {
    await auth().api.signUpEmail({ body: input, headers: headersForAuth() })
  } catch (error) {
    refusalCode(error)
    // Somebody who signed up with the address a moment ago was quicker, and gets the mail. That
    // too must not look different.
    if (!(await hasAccount(input.email))) throw unavailable()
  }
}

/**
 * Mails the link again, if there is an account that waits for it.
 *
 * @throws AppError `rate_limited`
 */
export async function sendConfirmation(email: string): Promise<void> {
  if (!(await countMailRequest(callersAddress(), email))) return
  // Without the caller's session, which the library would answer differently about.
  await auth().api.sendVerificationEmail({ body: { email } })
}

/**
 * Confirms the address and signs in. The link alone isn't enough: it takes the password that was
 * chosen at sign-up. Otherwise a stranger could sign up with somebody's address, and that person's
 * click would open an account to which the stranger knows the password.
 *
 * @throws AppError `not_found` for a link that is no good; `invalid_input` for another password
 */
export async function confirmAddress(input: z.output<typeof confirmAddressSchema>): Promise<void> {
  const { token, password } = input
  const claim = await verifyJWT<{ email?: unknown }>(token, env().AUTH_SECRET)
  if (typeof claim?.email !== 'string') throw notFound()
  const { email } = claim
  await countSignInAttempt(callersAddress(), email)
  const signIn = () =>
    auth().api.signInEmail({ body: { email, password }, headers: headersForAuth() })
  try {
    // Who follows the link a second time is signed in here already.
    await signIn()
  } catch (error) {
    if (refusalCode(error) !== 'EMAIL_NOT_VERIFIED') throw wrongPassword()
    await confirm(token)
    await signIn()
  }
}

async function confirm(token: string): Promise<void> {
  try {
    await auth().api.verifyEmail({ query: { token } })
  } catch (error) {
    refusalCode(error)
    // The account that the link was for has given way to a later one.
    throw notFound()
  }
}

const wrongPassword = () =>
  invalidInput([{ path: 'password', message: 'This is not the password you signed up with.' }])
