/**
 * Who handles the plan and its bill: whoever's roles say so (an owner's always do), and the member
 * whom the organization named as its billing contact.
 *
 * The flag is the one exception to "permissions come from roles", and stays narrow by being read
 * here alone (a test looks through the sources). A second reader would be the start of a second
 * policy. Refuses, like everything else, whoever is not an active member.
 */
import { type Access, canAccess } from './access'
import { decide } from './decision'
import type { Permission } from './permissions'

/** What the flag can stand for; it never stands for anything else. */
export type BillingPermission = 'billing:read' | 'billing:write'

const OF_THE_CONTACT: readonly BillingPermission[] = ['billing:read', 'billing:write']

/**
 * What the flag gives to the member who has it: for pages that say where somebody's rights come from.
 * A decision asks `hasBillingAccess`.
 */
export function rightsOfBillingContact({
  isBillingContact,
}: {
  readonly isBillingContact?: boolean
}): readonly BillingPermission[] {
  return isBillingContact === true ? OF_THE_CONTACT : []
}

/**
 * @param access the person's facts in the active organization; `null` refuses
 * @param permission what is to be done about the bill
 */
export function hasBillingAccess(access: Access | null, permission: BillingPermission): boolean {
  if (decide(access, permission).allowed) return true
  return access !== null && access.status === 'active' && access.isBillingContact === true
}

/**
 * All that somebody holds in the organization: what their roles give, and what the flag stands for.
 * For saying what a person can do, and for comparing two people: whoever may not handle the bill must
 * not suspend or remove the one who does. It lets nobody in; that is what the gates ask about.
 */
export function allPermissionsOf(who: {
  readonly permissions: Iterable<Permission>
  readonly isBillingContact?: boolean
}): ReadonlySet<Permission> {
  return new Set([...who.permissions, ...rightsOfBillingContact(who)])
}

/** What a person may do to the organization, by whichever gate stands there: for an explicit check. */
export function mayHere(access: Access | null, permission: Permission): boolean {
  return isOfTheBill(permission)
    ? hasBillingAccess(access, permission)
    : canAccess(access, permission)
}

function isOfTheBill(permission: Permission): permission is BillingPermission {
  return OF_THE_CONTACT.some((one) => one === permission)
}
