/** What somebody loses with their membership, or gets back with it. */
import type { Permission } from '~/authz'
import { Impact } from '~/features/access/impact'
import type { Member } from './member-types'

interface MembershipImpactProps {
  readonly member: Member
  /** All that their roles grant; empty where they are not shown. */
  readonly rights: readonly Permission[]
}

/** For an active member: with it goes all that they may do. */
export function LosesAll({ member, rights }: MembershipImpactProps) {
  if (rights.length === 0) return null
  return (
    <Impact
      {...NOBODY}
      affected={1}
      losing={1}
      lockedOut={1}
      members={[{ ...effectOn(member), loses: rights, isLockedOut: true }]}
    />
  )
}

/** For somebody suspended, who returns. */
export function GainsAll({ member, rights }: MembershipImpactProps) {
  if (rights.length === 0) return null
  return (
    <Impact
      {...NOBODY}
      affected={1}
      gaining={1}
      members={[{ ...effectOn(member), gains: rights }]}
    />
  )
}

const NOBODY = { affected: 0, gaining: 0, losing: 0, lockedOut: 0, later: 0, takesFromMe: false }

function effectOn({ id, name }: Member) {
  return { memberId: id, name, gains: [], loses: [], isLockedOut: false, isSuspended: false }
}
