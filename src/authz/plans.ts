/**
 * Plans: what an organization has paid for. A question apart from permissions: "may this
 * person?" is asked first, "does the plan include it?" after. Mixing the two makes a role per
 * price list.
 */

export interface Plan {
  readonly name: string
  readonly features: readonly Feature[]
  /** Most that may exist at once; null is no limit. */
  readonly limits: Readonly<Record<Quota, number | null>>
}

export type Feature = 'audit-export' | 'custom-roles'
export type Quota = 'members' | 'projects'

export const PLANS = {
  free: { name: 'Free', features: [], limits: { members: 10, projects: 5 } },
  pro: { name: 'Pro', features: ['custom-roles'], limits: { members: 50, projects: 50 } },
  enterprise: {
    name: 'Enterprise',
    features: ['audit-export', 'custom-roles'],
    limits: { members: null, projects: null },
  },
} as const satisfies Record<string, Plan>

export type PlanKey = keyof typeof PLANS

// Object.keys is typed string[]; PLANS is a literal, so its keys are exactly PlanKey.
/** The plans from the smallest to the largest. */
export const PLAN_KEYS = Object.keys(PLANS) as readonly PlanKey[]

/** @returns true for a known plan; an unknown plan includes nothing (see the callers). */
export function isPlanKey(value: string): value is PlanKey {
  return Object.hasOwn(PLANS, value)
}

/** @returns whether the plan includes the feature; an unknown plan includes none. */
export function planIncludes(plan: string, feature: Feature): boolean {
  return isPlanKey(plan) && planOf(plan).features.includes(feature)
}

/** @returns the plan's limit, null for none; an unknown plan allows zero. */
export function planLimit(plan: string, quota: Quota): number | null {
  return isPlanKey(plan) ? planOf(plan).limits[quota] : 0
}

/** @returns the smallest plan that includes the feature, to offer instead of a bare refusal. */
export function planWithFeature(feature: Feature): PlanKey | undefined {
  return PLAN_KEYS.find((key) => planIncludes(key, feature))
}

/** @returns the smallest plan that allows more than `used`. */
export function planWithRoom(quota: Quota, used: number): PlanKey | undefined {
  return PLAN_KEYS.find((key) => {
    const limit = planLimit(key, quota)
    return limit === null || limit > used
  })
}

/** Widens a literal plan to its interface, so that every plan is read the same way. */
function planOf(key: PlanKey): Plan {
  return PLANS[key]
}
