/**
 * Refuses requests that another site made the browser send.
 *
 * Looks at every server function call and at every other request that changes state. A call must
 * be same-origin by its fetch metadata, or by Origin or Referer where a client sends no metadata;
 * without any of them it is refused. An Origin that isn't ours is refused whatever the metadata
 * says. Runs before the payload is read, so a foreign site can't even make the server parse.
 */
import { createCsrfMiddleware, createMiddleware, createServerOnlyFn } from '@tanstack/react-start'
import { AppError } from '~/authz'
import { env } from '~/platform/env'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The one origin that people use this server at. Behind a proxy the request's own URL isn't it. */
const appOrigin = createServerOnlyFn(() => env().APP_URL.origin)

/** The refusal of a request that does not show that a page of ours sent it. */
export const crossSite = (): AppError =>
  new AppError('csrf', 'This request came from another site and was refused.')

function refuse(): never {
  throw crossSite()
}

/** The framework's own check; defining src/start.ts removes it unless it is named there. */
export const csrfMiddleware = createCsrfMiddleware({
  filter: ({ handlerType, request }) =>
    handlerType === 'serverFn' || !SAFE_METHODS.has(request.method),
  origin: (origin) => origin === appOrigin(),
  failureResponse: refuse,
})

/** What the framework's check leaves out: Origin is ignored where Sec-Fetch-Site is present. */
export const originMiddleware = createMiddleware().server(({ next, request }) => {
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== appOrigin()) refuse()
  return next()
})
