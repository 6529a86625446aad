/** The router, made anew for each request on the server and once in the browser. */
import { createRouter } from '@tanstack/react-router'
import { setupRouterSsrQueryIntegration } from '@tanstack/react-router-ssr-query'
import { createIsomorphicFn, getGlobalStartContext } from '@tanstack/react-start'
import { ErrorPage } from '~/features/access/error-page'
import { NotFoundPage } from '~/features/access/not-found-page'
import { PendingPage } from '~/features/access/pending-page'
import { createQueryClient } from '~/features/access/query-client'
import { routeTree } from './routeTree.gen'

/** The nonce that the page's Content-Security-Policy names; scripts without it don't run. */
const scriptNonce = createIsomorphicFn()
  .server(() => getGlobalStartContext()?.nonce)
  .client(() => undefined)

export function getRouter() {
  const queryClient = createQueryClient(() => router.state.isLoading)
  const router = createRouter({
    routeTree,
    context: { queryClient },
    scrollRestoration: true,
    defaultPreload: 'intent',
    // How long a read serves is the queries' to say: loaders ask them each time.
    defaultPreloadStaleTime: 0,
    // A page waits for what is true now instead of showing what was true before.
    defaultStaleReloadMode: 'blocking',
    defaultPendingMs: 300,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    ssr: { nonce: scriptNonce() },
  })
  setupRouterSsrQueryIntegration({ router, queryClient })
  return router
}
