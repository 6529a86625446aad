/** What pages read about billing. */
import { queryOptions } from '@tanstack/react-query'
import type { PlanKey } from '~/authz'
import { getBilling, previewPlan } from './billing.functions'

export const billingQuery = queryOptions({ queryKey: ['billing'], queryFn: () => getBilling() })

/** What another plan would mean now: never an answer from before. */
export const previewQuery = (plan: PlanKey) =>
  queryOptions({
    queryKey: ['billing', 'preview', plan],
    queryFn: () => previewPlan({ data: { plan } }),
    staleTime: 0,
    gcTime: 0,
  })
