/**
 * The person who looks at the page, as the guard's loader got them, and the facts that the
 * evaluator needs about them: screens ask the same question as the server, of the same code.
 */
import { type Access, isPermission, type Permission } from '~/authz'
import type { getViewer } from '~/features/account/account.functions'

export type Viewer = Awaited<ReturnType<typeof getViewer>>

/** A viewer with an organization to work in. */
export type MemberViewer = Viewer & {
  readonly organization: NonNullable<Viewer['organization']>
}

export function hasOrganization(viewer: Viewer): viewer is MemberViewer {
  return viewer.organization !== null
}

/**
 * The viewer's facts in the form the evaluator takes them, for screens only. Ids that no decision
 * looks at are left empty; the server never sees this.
 *
 * @returns null without an active membership, which refuses everything
 */
export function accessOf(viewer: Viewer): Access | null {
  if (!hasOrganization(viewer)) return null
  return {
    userId: viewer.userId,
    orgId: viewer.organization.id,
    membershipId: '',
    status: 'active',
    roles: viewer.roles.map(({ key, name }) => ({ id: '', key, name })),
    permissions: new Set<Permission>(viewer.permissions.filter(isPermission)),
    isBillingContact: viewer.isBillingContact,
  }
}
