/**
 * The server entry: every request passes here first and leaves here last.
 *
 * It refuses unknown hosts (DNS rebinding, poisoned links) and oversized requests before anything
 * is parsed, and puts the security headers on every answer, refusals included.
 */
import handler, { createServerEntry } from '@tanstack/react-start/server-entry'
import { limitRequestBody } from 'srvx/body-limit'
import { flushDenials } from '~/audit/denial-flood'
import { startRetention, stopRetention } from '~/audit/retention'
import { AppError, methodNotAllowed, notFound } from '~/authz'
import { closePool } from '~/db/client'
import { startJobs, stopJobs } from '~/db/jobs'
import { readinessProblems } from '~/db/readiness'
import { compressed } from '~/middleware/compression'
import { entranceAt, isDisguised, PAGES, SERVER_FN_BASE } from '~/middleware/entrances'
import { toResponse, turnAway } from '~/middleware/refusing'
import { newNonce, withSecurityHeaders } from '~/middleware/headers'
import { logTheConsole } from '~/platform/console'
import { assertDemoIsPrivate } from '~/platform/demo-mode'
import { env } from '~/platform/env'
import { failureFacts } from '~/platform/failure-facts'
import { log } from '~/platform/log'
import { noteUndelivered } from '~/features/invitations/undelivered.server'
import { closeMail, deliverMail } from '~/platform/mail/deliver'

/**
 * The largest body anybody may send, in bytes: the longest document (DOCUMENT_LIMITS) in a script of
 * three bytes a character, with room for the escapes around it.
 */
export const MAX_BODY_BYTES = 512 * 1024
/** The longest URL; a GET call carries its payload there. */
const MAX_URL_LENGTH = 8 * 1024

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])
/** Where anything but reading is answered at all: functions, and signing in and out. */
const TAKES_WRITES = /^\/(_serverFn|api\/auth)\//

const FUNCTION_ADDRESS = /^\/_serverFn\/[\w.-]+$/

/** Asked by machines that know this process by its address alone; they tell nothing. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz'])

export default createServerEntry({
  async fetch(request) {
    const nonce = newNonce()
    return compressed(withSecurityHeaders(await answer(request, nonce), nonce), request)
  },
})

async function answer(request: Request, nonce: string): Promise<Response> {
  const refused = refuseEarly(request)
  if (refused !== undefined) return answerEarly(refused, request)
  try {
    // Without its mark the framework carries a call out and then fails to answer it, if the result
    // is no object. Our pages set it; whoever writes requests by hand may not.
    const isCall = new URL(request.url).pathname.startsWith(SERVER_FN_BASE)
    if (isCall) request.headers.set('x-tsr-serverfn', 'true')
    const limited = limitRequestBody(request, MAX_BODY_BYTES, { createError: tooLarge })
    const response = await handler.fetch(limited, { context: { nonce } })
    // A call's body that grew too large while it was read ends in the framework's own words.
    return isCall && response.status === 413 ? await turnAway(tooLarge(), request) : response
  } catch (error) {
    const failure = failureFacts(error)
    log().error({ failure }, 'unexpected failure outside the request boundary')
    return toResponse(new AppError('internal', 'Something went wrong.'))
  }
}

function refuseEarly(request: Request): AppError | undefined {
  const url = new URL(request.url)
  if (!PROBES.has(url.pathname) && !isOurHost(request, url)) {
    return new AppError('misdirected_request', 'This server does not answer for that host.')
  }
  if (request.url.length > MAX_URL_LENGTH) return tooLarge()
  // The framework takes `/%5FserverFn/…` for a call too, past whatever compares prefixes below.
  if (isDisguised(url.pathname)) return notFound()
  if (!READS.has(request.method) && !TAKES_WRITES.test(url.pathname)) {
    return methodNotAllowed('GET, HEAD')
  }
  // A function answers at one address; an empty id would even go around the request middlewares.
  if (url.pathname.startsWith('/_serverFn') && !FUNCTION_ADDRESS.test(url.pathname)) {
    return notFound()
  }
  return undefined
}

/**
 * A form that somebody sent before the script had loaded arrives here as it is. They get the page
 * again, on which it then works; nothing was done. The address is made from our origin, since a
 * path may begin with two slashes and would name another host.
 */
async function answerEarly(refused: AppError, request: Request): Promise<Response> {
  const response = await turnAway(refused, request)
  const { pathname, search } = new URL(request.url)
  const isForm = request.method === 'POST' && entranceAt(pathname) === PAGES
  if (refused.code !== 'method_not_allowed' || !isForm) return response
  if (request.headers.get('accept')?.includes('text/html') !== true) return response
  const location = `${env().APP_URL.origin}${pathname}${search}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Both must be ours: the Host header, and the URL that was made from it or sent in its place. */
function isOurHost(request: Request, url: URL): boolean {
  const expected = env().APP_URL.host
  return url.host === expected && (request.headers.get('host') ?? expected) === expected
}

function tooLarge(): AppError {
  return new AppError('payload_too_large', 'The request is too large.')
}

/**
 * Called before the server listens.
 *
 * @throws Error with every reason why it must not serve
 */
export async function assertReady(): Promise<void> {
  assertDemoIsPrivate()
  const problems = await readinessProblems()
  if (problems.length > 0) throw new Error(`Refusing to serve:\n  ${problems.join('\n  ')}`)
}

/** Called once the server listens: what a process that serves does beside answering. */
export function begin(): void {
  logTheConsole()
  startRetention()
  // Without a mail server mails wait: none is tried until it would be given up.
  if (!env().JOBS || env().SMTP_URL === undefined) return
  startJobs({ mail: deliverMail, undelivered: noteUndelivered }).catch((error: unknown) => {
    log().error({ failure: failureFacts(error) }, 'background jobs did not start')
  })
}

/** Called after the last request: lets the process exit. */
export async function stop(): Promise<void> {
  stopRetention()
  await stopJobs()
  closeMail()
  await flushDenials()
  await closePool()
}

declare module '@tanstack/react-start' {
  interface Register {
    server: { requestContext: { nonce: string } }
  }
}
