/** What pages read of an offer of ownership. */
import { queryOptions } from '@tanstack/react-query'
import { getOffer } from './ownership.functions'

export const offerQuery = queryOptions({
  queryKey: ['ownership', 'offer'],
  queryFn: () => getOffer(),
})
