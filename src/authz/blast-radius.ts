/**
 * What a change of roles does to people, before it is done. The same function makes the facts that a
 * preview compares and the facts that are then written, so that what was shown is what happens.
 *
 * Pure. Who is suspended gains and loses nothing by it today; what will hold on their return is said
 * apart from that.
 */
import { comparePermissions } from './compare'
import type { Permission } from './permissions'

/** Who holds which roles, and what these grant. */
export interface AccessFacts {
  /** What each role grants, by its id. */
  readonly roles: ReadonlyMap<string, readonly Permission[]>
  /** The ids of the roles that each member holds, by the member's id. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** Those of them whose roles grant nothing for now. */
  readonly suspended: ReadonlySet<string>
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
      readonly kind: 'members_changed'
      /** The full set of each, by the member's id. */
      readonly roleIds: ReadonlyMap<string, readonly string[]>
    }

/** @returns the facts after the change; those before it are left as they were */
export function afterChange(facts: AccessFacts, change: AccessChange): AccessFacts {
  const roles = new Map(facts.roles)
  const members = new Map(facts.members)
  switch (change.kind) {
    case 'role_changed':
      roles.set(change.roleId, change.permissions)
      break
    case 'members_changed':
      for (const [id, held] of change.roleIds) members.set(id, [...new Set(held)])
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
  return { roles, members, suspended: facts.suspended }
}

/** What becomes of one member. */
export interface MemberEffect {
  readonly memberId: string
  readonly gains: readonly Permission[]
  readonly loses: readonly Permission[]
  /** They could do something and can do nothing any more. */
  readonly isLockedOut: boolean
  /** None of it holds before they return. */
  readonly isSuspended: boolean
}

/** @returns every member whose effective permissions differ, and how */
export function blastRadius(before: AccessFacts, after: AccessFacts): readonly MemberEffect[] {
  return [...new Set([...before.members.keys(), ...after.members.keys()])].flatMap((memberId) => {
    const [was, becomes] = [heldBy(before, memberId), heldBy(after, memberId)]
    const { onlyFirst: loses, onlySecond: gains } = comparePermissions(was, becomes)
    if (gains.length === 0 && loses.length === 0) return []
    return [
      {
        memberId,
        gains,
        loses,
        isLockedOut: becomes.size === 0,
        isSuspended: before.suspended.has(memberId),
      },
    ]
  })
}

/** @returns what a member may do by these facts: the union over all held roles */
export function heldBy({ roles, members }: AccessFacts, memberId: string): ReadonlySet<Permission> {
  return new Set((members.get(memberId) ?? []).flatMap((roleId) => roles.get(roleId) ?? []))
}
