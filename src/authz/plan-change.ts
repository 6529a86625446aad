/**
 * What another plan would mean for what is there: pure, so that the dialog before a change and the
 * change itself cannot differ. Nothing is ever deleted, and nobody may do more on a smaller plan.
 */
import {
  COUNTED_QUOTAS,
  type CountedQuota,
  type Feature,
  FEATURE_KEYS,
  FEATURES,
  planIncludes,
  planLimit,
} from './plans'

export type Usage = Readonly<Record<CountedQuota, number>>

export interface QuotaEffect {
  readonly quota: CountedQuota
  readonly used: number
  readonly before: number | null
  readonly after: number | null
  /** How many are over the limit, before and after: read-only, or in the way of more. */
  readonly overBefore: number
  readonly overAfter: number
}

export interface PlanEffect {
  /** Features of the product that come, or go. */
  readonly gained: readonly Feature[]
  readonly lost: readonly Feature[]
  readonly quotas: readonly QuotaEffect[]
}

/** @returns what changes by going from one plan to another with this much in use */
export function effectOfPlan(from: string, to: string, used: Usage): PlanEffect {
  const built = FEATURE_KEYS.filter((feature) => FEATURES[feature].built)
  const isIn = (plan: string) => (feature: Feature) => planIncludes(plan, feature)
  return {
    gained: built.filter((one) => isIn(to)(one) && !isIn(from)(one)),
    lost: built.filter((one) => isIn(from)(one) && !isIn(to)(one)),
    quotas: COUNTED_QUOTAS.map((quota) => {
      const [before, after] = [planLimit(from, quota), planLimit(to, quota)]
      return {
        quota,
        used: used[quota],
        before,
        after,
        overBefore: over(used[quota], before),
        overAfter: over(used[quota], after),
      }
    }),
  }
}

function over(used: number, limit: number | null): number {
  return limit === null ? 0 : Math.max(0, used - limit)
}
