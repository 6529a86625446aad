/** Names and addresses of people, as an organization sees those of its members. */
import { and, eq, type SQL } from 'drizzle-orm'
import { memberProfiles, memberships } from './schema/organizations'

/** The condition that joins a membership and the profile of the person whose it is. */
export function isProfileOfMember(): SQL | undefined {
  return and(
    eq(memberProfiles.orgId, memberships.orgId),
    eq(memberProfiles.membershipId, memberships.id),
  )
}
