/**
 * The error boundary: turns whatever was thrown into the error family, with a real HTTP status.
 *
 * Without it a thrown Error answers 200 with its message in the body, Drizzle's with SQL and
 * parameters. Here an unknown error becomes `internal` with an id to quote, and every refusal is
 * logged and put on record before it is sent. Nothing else decides what a client is told.
 */
import { isRedirect } from '@tanstack/react-router'
import { createMiddleware } from '@tanstack/react-start'
import { getRequest, setResponseStatus } from '@tanstack/react-start/server'
import { type AppError, AppError as Refusal, internal, methodNotAllowed, notFound } from '~/authz'
import { recordRefusal } from '~/audit/denials'
import { AUTH_BASE_PATH, isServedAuthEndpoint } from '~/auth/endpoints'
import { knownSessionOf } from '~/auth/session'
import { databaseFailure } from '~/db/failures'
import { clientAddress } from '~/platform/address'
import { failureFacts } from '~/platform/failure-facts'
import { newId } from '~/platform/ids'
import { log } from '~/platform/log'

const SERVER_FN_BASE = '/_serverFn/'

/** Requests whose payload was read and whose function's gates began. */
const entered = new WeakSet<Request>()
/** Requests whose failure has been mapped: a 500 of any other origin is replaced. */
const mapped = new WeakSet<Request>()

/** Around every server function: the first of the function middlewares (see start.ts). */
export const functionErrors = createMiddleware({ type: 'function' }).server(
  async ({ next, serverFnMeta }) => {
    const request = getRequest()
    entered.add(request)
    try {
      return await next()
    } catch (error) {
      if (isRedirect(error)) throw error
      const refusal = familyOf(error, serverFnMeta.id)
      // A page asks who is there and leads nobody to sign-in: that is no denial. A call is.
      if (isFunctionCall(request) || refusal.code !== 'unauthenticated') {
        await putOnRecord(refusal, serverFnMeta.id, request)
      }
      mapped.add(request)
      // While a page renders, its loaders run inside the page's own request: a status set here
      // would turn the guard's redirect into a blank 401.
      if (isFunctionCall(request)) setResponseStatus(refusal.status)
      throw refusal
    }
  },
)

/** Around every request: the first of the request middlewares (see start.ts). */
export const requestErrors = createMiddleware().server(
  async ({ next, request, pathname, handlerType }) => {
    try {
      const result = await next()
      if (handlerType === 'serverFn') replaceForeignFailure(request, result.response)
      return result
    } catch (error) {
      if (isRedirect(error) || error instanceof Response) throw error
      if (handlerType === 'serverFn') throw await refuseCall(error, request)
      return toResponse(await refuse(error, entranceAt(pathname), request))
    }
  },
)

/** @returns the refusal as JSON, for server routes; a function's goes through its serializer. */
export function toResponse(refusal: AppError): Response {
  const { code, message, details, status } = refusal
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (details.allow !== undefined) headers.set('allow', details.allow)
  if (details.retryAfter !== undefined) headers.set('retry-after', String(details.retryAfter))
  return Response.json({ error: { code, message, ...details } }, { status, headers })
}

/** A failure that the framework answered by itself, with the parser's own words in it. */
function replaceForeignFailure(request: Request, response: Response): void {
  if (response.status === 405) {
    throw toResponse(methodNotAllowed(response.headers.get('allow') ?? ''))
  }
  if (response.status !== 500 || mapped.has(request)) return
  throw entered.has(request)
    ? new Error('the result could not be sent')
    : new Refusal('malformed_request', 'The request could not be read.')
}

/** A call that never reached its function: refused before it, or there is no such function. */
async function refuseCall(error: unknown, request: Request): Promise<AppError> {
  const known = databaseFailure(error)
  const cause = known ?? (entered.has(request) ? error : notFound())
  return refuse(cause, SERVER_FN_BASE, request)
}

/**
 * What a refusal is recorded under. Below a base where anybody can make addresses up, that is the
 * base: made-up ones would each count as an entrance of their own, and fill the record with them.
 */
function entranceAt(pathname: string): string {
  return pathname.startsWith(`${AUTH_BASE_PATH}/`) && !isServedAuthEndpoint('POST', pathname)
    ? `${AUTH_BASE_PATH}/`
    : pathname
}

async function refuse(error: unknown, entrance: string, request: Request): Promise<AppError> {
  const refusal = familyOf(error, entrance)
  await putOnRecord(refusal, entrance, request)
  return refusal
}

function familyOf(error: unknown, entrance: string): AppError {
  return databaseFailure(error) ?? unexpected(error, entrance)
}

async function putOnRecord(refusal: AppError, entrance: string, request: Request): Promise<void> {
  const session = await knownSessionOf(request)
  await recordRefusal(refusal, entrance, {
    userId: session?.principal.userId ?? null,
    orgId: session?.access?.orgId ?? null,
    address: clientAddress(request),
  })
}

/** What nobody foresaw: its name, codes and places go to the log, an id goes to the client. */
function unexpected(error: unknown, entrance: string): AppError {
  const incident = newId()
  log().error({ failure: failureFacts(error), entrance, incident }, 'unexpected failure')
  return internal(incident)
}

function isFunctionCall(request: Request): boolean {
  return new URL(request.url).pathname.startsWith(SERVER_FN_BASE)
}
