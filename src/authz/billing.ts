/**
 * Who handles the plan and its bill: whoever's roles say so (an owner's always do), and the member
 * whom the organization named as its billing contact.
 *
 * The flag is the one exception to "permissions come from roles", and stays narrow by being read
 * here alone (a test looks through the sources). A second reader would be the start of a second
 * policy. Refuses, like everything else, whoever is not an active member.
 */
import type { Access } from './access'
import { decide } from './decision'

/** What the flag can stand for; it never stands for anything else. */
export type BillingPermission = 'billing:read' | 'billing:write'

/**
 * @param access the person's facts in the active organization; `null` refuses
 * @param permission what is to be done about the bill
 */
export function hasBillingAccess(access: Access | null, permission: BillingPermission): boolean {
  if (decide(access, permission).allowed) return true
  return access !== null && access.status === 'active' && access.isBillingContact === true
}
