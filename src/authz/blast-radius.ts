/**
 * What a change of roles does to people, before it is done. The same function makes the facts that a
 * preview compares and the facts that are then written, so that what was shown is what happens.
 *
 * Pure. Only active members belong in the facts: nobody else has anything to gain or to lose.
 */
import { comparePermissions } from './compare'
import type { Permission } from './permissions'

/** Who holds which roles, and what these grant. */
export interface AccessFacts {
  /** What each role grants, by its id. */
  readonly roles: ReadonlyMap<string, readonly Permission[]>
  /** The ids of the roles that each member holds, by the member's id. */
  readonly members: ReadonlyMap<string, readonly string[]>
}

export type AccessChange =
  | {
      readonly kind: 'role_changed'
      readonly roleId: string
      readonly permissions: readonly Permission[]
    }
  | {
      readonly kind: 'role_deleted'
      readonly roleId: string
      /** What its holders get instead; null for nothing. */
      readonly replacementId: string | null
    }
  | {
      readonly kind: 'member_changed'
      readonly memberId: string
      readonly roleIds: readonly string[]
    }

/** @returns the facts after the change; those before it are left as they were */
export function afterChange(facts: AccessFacts, change: AccessChange): AccessFacts {
  const roles = new Map(facts.roles)
  const members = new Map(facts.members)
  switch (change.kind) {
    case 'role_changed':
      roles.set(change.roleId, change.permissions)
      break
    case 'member_changed':
      members.set(change.memberId, [...new Set(change.roleIds)])
      break
    case 'role_deleted':
      roles.delete(change.roleId)
      for (const [id, held] of facts.members) {
        if (!held.includes(change.roleId)) continue
        const instead = change.replacementId === null ? [] : [change.replacementId]
        members.set(id, [
          ...new Set([...held.filter((role) => role !== change.roleId), ...instead]),
        ])
      }
  }
  return { roles, members }
}

/** What becomes of one member. */
export interface MemberEffect {
  readonly memberId: string
  readonly gains: readonly Permission[]
  readonly loses: readonly Permission[]
  /** They could do something and can do nothing any more. */
  readonly isLockedOut: boolean
}

/** @returns every member whose effective permissions differ, and how */
export function blastRadius(before: AccessFacts, after: AccessFacts): readonly MemberEffect[] {
  return [...new Set([...before.members.keys(), ...after.members.keys()])].flatMap((memberId) => {
    const [was, becomes] = [effective(before, memberId), effective(after, memberId)]
    const { onlyFirst: loses, onlySecond: gains } = comparePermissions(was, becomes)
    if (gains.length === 0 && loses.length === 0) return []
    return [{ memberId, gains, loses, isLockedOut: becomes.size === 0 }]
  })
}

/** The union over all held roles. */
function effective({ roles, members }: AccessFacts, memberId: string): ReadonlySet<Permission> {
  return new Set((members.get(memberId) ?? []).flatMap((roleId) => roles.get(roleId) ?? []))
}
