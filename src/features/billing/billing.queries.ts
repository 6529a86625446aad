/** What pages read about billing. */
import { queryOptions } from '@tanstack/react-query'
import { getBilling } from './billing.functions'

export const billingQuery = queryOptions({ queryKey: ['billing'], queryFn: () => getBilling() })
