/** What screens say of plans: names, and where what was wanted is found again after an upgrade. */
import { type CountedQuota, type Feature, FEATURES, isPlanKey, PLANS, QUOTAS } from '~/authz'

/** What somebody wanted when the plan said no. */
export type Wanted = CountedQuota | 'audit-export'

/** Where it is done. */
export const PLACE_OF = {
  members: { to: '/invitations', name: 'Invitations' },
  projects: { to: '/projects', name: 'Projects' },
  documents: { to: '/projects', name: 'Projects' },
  'custom-roles': { to: '/roles', name: 'Roles' },
  'audit-export': { to: '/audit', name: 'Audit log' },
} as const satisfies Record<Wanted, { readonly to: string; readonly name: string }>

export function isWanted(value: unknown): value is Wanted {
  return typeof value === 'string' && Object.hasOwn(PLACE_OF, value)
}

/** @returns what people call the plan */
export function planName(plan: string): string {
  return isPlanKey(plan) ? PLANS[plan].name : plan
}

/** @returns `projects`, `roles of your own`: for the middle of a sentence */
export function nameOf(wanted: Wanted): string {
  if (wanted === 'audit-export') return FEATURES[wanted].name.toLowerCase()
  return QUOTAS[wanted].name
}

/** Features that are wanted by something on a page. */
export type WantedFeature = Extract<Feature, Wanted>
