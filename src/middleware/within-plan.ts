/**
 * What a smaller plan no longer covers is read-only: the newest things over its limit. Nothing of it
 * is deleted or flagged; whether a thing is covered follows from the plan and its age (`isWithinPlan`),
 * so a larger plan, or the end of an older thing, makes it writable again at once.
 *
 * The resource gates settle it here, after the permission: 402 `quota_exceeded` with the plan that
 * would cover it. Reading is never refused, and neither is deleting: nobody is held to what they can
 * no longer change, and deleting is the way back under a limit that costs nothing.
 */
import { isWithinPlan, type KeptQuota, type Permission, planWithRoom, quotaExceeded } from '~/authz'
import type { TenantContext } from './context'

/**
 * @param permission what is to be done to the thing
 * @param rank how many such things of the organization are older
 * @returns whether the plan leaves the thing out
 * @throws AppError `quota_exceeded` for changing one that it leaves out
 */
export function settleWithinPlan(
  { mode, organization }: Pick<TenantContext, 'mode' | 'organization'>,
  permission: Permission,
  quota: KeptQuota,
  rank: number,
): boolean {
  if (isWithinPlan(organization.plan, quota, rank)) return false
  if (mode === 'write' && !permission.endsWith(':delete')) {
    throw quotaExceeded(quota, planWithRoom(quota, rank))
  }
  return true
}
