/**
 * How a refusal leaves the server: on record first, then as one shape of answer. Also for what is
 * refused around the middlewares, by the entry or by the framework: no attempt goes unseen because
 * of where it was stopped.
 */
import type { AppError } from '~/authz'
import { recordRefusal } from '~/audit/denials'
import { knownSessionOf } from '~/auth/session'
import { clientAddress } from '~/platform/address'
import { entranceAt } from './entrances'

export async function putOnRecord(
  refusal: AppError,
  entrance: string,
  request: Request,
): Promise<void> {
  const session = await knownSessionOf(request)
  await recordRefusal(refusal, entrance, {
    userId: session?.principal.userId ?? null,
    orgId: session?.access?.orgId ?? null,
    address: clientAddress(request),
  })
}

/** The refusal of a request that no function or route was asked about. */
export async function turnAway(refusal: AppError, request: Request): Promise<Response> {
  await putOnRecord(refusal, entranceAt(new URL(request.url).pathname), request)
  return toResponse(refusal)
}

/** @returns the refusal as JSON, for server routes; a function's goes through its serializer. */
export function toResponse(refusal: AppError): Response {
  const { code, message, details, status } = refusal
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (details.allow !== undefined) headers.set('allow', details.allow)
  if (details.retryAfter !== undefined) headers.set('retry-after', String(details.retryAfter))
  return Response.json({ error: { code, message, ...details } }, { status, headers })
}
