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
import { databaseFailure } from '~/db/failures'
import { failureFacts } from '~/platform/failure-facts'
import { newId } from '~/platform/ids'
import { log } from '~/platform/log'
import { entranceAt, SERVER_FN_BASE } from './entrances'
import { putOnRecord, toResponse, turnAway } from './refusing'

/** Requests that the framework takes for calls. It decides by more than the address as it came. */
const calls = new WeakSet<Request>()
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
      if (calls.has(request) || refusal.code !== 'unauthenticated') {
        await putOnRecord(refusal, serverFnMeta.id, request)
      }
      mapped.add(request)
      // While a page renders, its loaders run inside the page's own request: a status set here
      // would turn the guard's redirect into a blank 401.
      if (calls.has(request)) setResponseStatus(refusal.status)
      throw refusal
    }
  },
)

/** Around every request: the first of the request middlewares (see start.ts). */
export const requestErrors = createMiddleware().server(
  async ({ next, request, pathname, handlerType }) => {
    if (handlerType === 'serverFn') calls.add(request)
    try {
      const result = await next()
      if (handlerType === 'serverFn') await replaceForeignFailure(request, result.response)
      return result
    } catch (error) {
      if (isRedirect(error) || error instanceof Response) throw error
      if (handlerType === 'serverFn') throw await refuseCall(error, request)
      return toResponse(await refuse(error, entranceAt(pathname), request))
    }
  },
)

/** A failure that the framework answered by itself, with the parser's own words in it. */
async function replaceForeignFailure(request: Request, response: Response): Promise<void> {
  if (response.status === 405) {
    throw await turnAway(methodNotAllowed(response.headers.get('allow') ?? ''), request)
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

async function refuse(error: unknown, entrance: string, request: Request): Promise<AppError> {
  const refusal = familyOf(error, entrance)
  await putOnRecord(refusal, entrance, request)
  return refusal
}

function familyOf(error: unknown, entrance: string): AppError {
  return databaseFailure(error) ?? unexpected(error, entrance)
}

/** What nobody foresaw: its name, codes and places go to the log, an id goes to the client. */
function unexpected(error: unknown, entrance: string): AppError {
  const incident = newId()
  log().error({ failure: failureFacts(error), entrance, incident }, 'unexpected failure')
  return internal(incident)
}
