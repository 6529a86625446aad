/**
 * Plans: what an organization has paid for. A question apart from permissions: "may this
 * person?" is asked first, "does the plan include it?" after. Mixing the two makes a role per
 * price list.
 *
 * Three tables that read like the price list, and the questions asked of them. A plan that nobody
 * sells includes nothing and has room for nothing.
 */

/** What a plan includes or leaves out. `built: false` is on the price list and not in the product. */
export const FEATURES = {
  'custom-roles': { name: 'Roles of your own', built: true },
  'audit-export': { name: 'Audit log download', built: true },
  'resource-sharing': { name: 'Sharing of single projects and documents', built: false },
  agents: { name: 'Agents that act for people', built: false },
  sso: { name: 'Single sign-on', built: false },
  scim: { name: 'People from your directory (SCIM)', built: false },
} as const satisfies Record<string, Offer>

/** What a plan limits. */
export const QUOTAS = {
  members: { name: 'members', built: true },
  projects: { name: 'projects', built: true },
  documents: { name: 'new documents a month', built: true },
  'custom-roles': { name: 'roles of your own', built: true },
  agents: { name: 'agents', built: false },
} as const satisfies Record<string, Offer>

/** The price list. Null is no limit; `price` is in euros a month. */
export const PLANS = {
  free: {
    name: 'Free',
    price: 0,
    features: [],
    limits: { members: 10, projects: 5, documents: 30, 'custom-roles': 0, agents: 0 },
  },
  pro: {
    name: 'Pro',
    price: 49,
    features: ['custom-roles', 'resource-sharing', 'agents'],
    limits: { members: 50, projects: 50, documents: 500, 'custom-roles': 5, agents: 5 },
  },
  enterprise: {
    name: 'Enterprise',
    price: 490,
    features: ['custom-roles', 'audit-export', 'resource-sharing', 'agents', 'sso', 'scim'],
    limits: { members: null, projects: null, documents: null, 'custom-roles': null, agents: null },
  },
} as const satisfies Record<string, Plan>

/** However large the plan: with more roles of its own, nobody can tell them apart. */
export const MOST_OWN_ROLES = 20

interface Offer {
  readonly name: string
  readonly built: boolean
}

export interface Plan {
  readonly name: string
  readonly price: number
  readonly features: readonly Feature[]
  readonly limits: Readonly<Record<Quota, number | null>>
}

export type Feature = keyof typeof FEATURES
export type Quota = keyof typeof QUOTAS
export type PlanKey = keyof typeof PLANS
/** What is counted. Agents are for sale before they are built, and there are none to count. */
export type CountedQuota = Exclude<Quota, 'agents'>
/** What stays when a plan gets smaller, the newest of it read-only. */
export type KeptQuota = 'projects' | 'custom-roles'

// Object.keys is typed string[]; the tables are literals, so their keys are exactly these.
/** The plans from the smallest to the largest. */
export const PLAN_KEYS = Object.keys(PLANS) as readonly PlanKey[]
// As above.
export const FEATURE_KEYS = Object.keys(FEATURES) as readonly Feature[]
// As above.
export const QUOTA_KEYS = Object.keys(QUOTAS) as readonly Quota[]
export const COUNTED_QUOTAS = QUOTA_KEYS.filter((quota): quota is CountedQuota => isCounted(quota))

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

/** @returns whether the plan limits anything that is counted. */
export function planHasLimits(plan: string): boolean {
  return COUNTED_QUOTAS.some((quota) => planLimit(plan, quota) !== null)
}

/** @returns the smallest plan that includes the feature, to offer instead of a bare refusal. */
export function planWithFeature(feature: Feature): PlanKey | undefined {
  return PLAN_KEYS.find((key) => planIncludes(key, feature))
}

/** @returns the smallest plan that allows more than `used`. */
export function planWithRoom(quota: Quota, used: number): PlanKey | undefined {
  return PLAN_KEYS.find((key) => isWithinPlan(key, quota, used))
}

/**
 * Whether a thing is among those that the plan covers: the oldest, as many as its limit. A rule of
 * plan and age alone, with nothing stored that could go stale: a larger plan, or the end of an older
 * thing, covers it again.
 *
 * @param rank how many such things are older
 */
export function isWithinPlan(plan: string, quota: Quota, rank: number): boolean {
  const limit = planLimit(plan, quota)
  return limit === null || rank < limit
}

/** @returns the largest limit that any plan sets: a rank need not be counted further. */
export function largestLimit(quota: Quota): number {
  return Math.max(...PLAN_KEYS.map((key) => planLimit(key, quota) ?? 0))
}

function isCounted(quota: Quota): quota is CountedQuota {
  return QUOTAS[quota].built
}

/** Widens a literal plan to its interface, so that every plan is read the same way. */
function planOf(key: PlanKey): Plan {
  return PLANS[key]
}
