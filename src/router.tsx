/** The router, made anew for each request on the server and once in the browser. */
import { createRouter } from '@tanstack/react-router'
import { createIsomorphicFn, getGlobalStartContext } from '@tanstack/react-start'
import { ErrorPage } from '~/features/access/error-page'
import { NotFoundPage } from '~/features/access/not-found-page'
import { routeTree } from './routeTree.gen'

/** The nonce that the page's Content-Security-Policy names; scripts without it don't run. */
const scriptNonce = createIsomorphicFn()
  .server(() => getGlobalStartContext()?.nonce)
  .client(() => undefined)

export function getRouter() {
  return createRouter({
    routeTree,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // A page waits for what is true now instead of showing what was true before.
    defaultStaleReloadMode: 'blocking',
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    ssr: { nonce: scriptNonce() },
  })
}
