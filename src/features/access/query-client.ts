/**
 * What pages have read, kept for a short time, and what happens when reading it again is refused.
 *
 * It belongs to one router: to one document in the browser, to one request on the server, where a
 * shared one would show people each other's rows. It protects nothing: the functions do.
 */
import { noop, QueryCache, QueryClient } from '@tanstack/react-query'
import { type ErrorCode, isAppError } from '~/authz'
import { isLeaving } from './leaving'
import { tellRefusal } from './refusals'
import { viewerQuery } from './viewer.queries'

/** Long enough for what was read while the pointer was over a link to serve the press. */
const FRESH_MS = 10_000

/** After these the viewer is not who, where or what the page was made for. */
const ABOUT_THE_VIEWER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'forbidden',
  'no_membership',
  'organization_changed',
])

/** @param isNavigating whether loaders are running, which lead away by themselves when refused */
export function createQueryClient(isNavigating: () => boolean): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (refusal, query) => {
        if (typeof document === 'undefined' || isLeaving()) return
        const code = isAppError(refusal) ? refusal.code : undefined
        // The session is over: whoever goes back in this tab must be asked who they are.
        if (code === 'unauthenticated')
          client.invalidateQueries({ refetchType: 'none' }).catch(noop)
        if (code !== undefined && ABOUT_THE_VIEWER.has(code) && !isViewer(query.queryKey)) {
          client.invalidateQueries(viewerQuery).catch(noop)
        }
        // The guard sees the change in what it reads about the viewer, and shows that.
        if (code === 'organization_changed') return
        // What is shown stays. Without anything on the page that shows it, nobody asked for it yet.
        if (query.isActive() && !isNavigating()) tellRefusal(refusal)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A refusal is an answer. A lost connection is worth one more try, a person waits for it.
        // Without a network a read fails and says so, instead of waiting without a word for one.
        networkMode: 'always',
        retry: (failures, error) =>
          typeof document !== 'undefined' && failures < 1 && !isAppError(error),
        // Coming back to the tab asks who and where one is, which is enough: see viewerQuery.
        refetchOnWindowFocus: false,
      },
      // The page says by itself why something could not be read; an error needs no second copy.
      dehydrate: { shouldDehydrateQuery: ({ state }) => state.status === 'success' },
    },
  })
  return client
}

function isViewer([noun]: readonly unknown[]): boolean {
  return noun === viewerQuery.queryKey[0]
}
