/** Reading who looks at the page: once for each document, not for each page that it shows. */
import { queryOptions } from '@tanstack/react-query'
import { getViewer } from '~/features/account/account.functions'

/**
 * Never stale by itself: what a person may do changes by what they do here (every action marks it
 * as out of date), or elsewhere, which a refusal or coming back to the tab brings to light.
 */
export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: () => getViewer(),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: 'always',
})
