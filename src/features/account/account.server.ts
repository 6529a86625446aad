/** One's own account. What happens here belongs to a person, not to an organization. */
import type { CurrentSession, Principal } from '~/auth/session'
import { endOtherSessions, endSession, renamePerson, sessionsOf } from '~/auth/sessions'
import { organizationsOf } from '~/db/identity-door'
import { isDemo } from '~/platform/demo-mode'

/** Who is signed in, for guards and screens. Permissions here steer what is shown, nothing else. */
export async function getViewer({ principal, organization, access }: CurrentSession) {
  const organizations = await organizationsOf(principal.userId)
  const active = access?.status === 'active' ? access : null
  return {
    userId: principal.userId,
    name: principal.name,
    email: principal.email,
    organizations: organizations.map(({ org_id, name, status }) => ({ id: org_id, name, status })),
    organization: active === null ? null : organization,
    roles: active?.roles.map(({ key, name }) => ({ key, name })) ?? [],
    permissions: [...(active?.permissions ?? [])],
    isBillingContact: active?.isBillingContact === true,
    isDemo: isDemo(),
  }
}

export async function updateAccount(principal: Principal, name: string): Promise<void> {
  await renamePerson(principal, name)
}

export async function listSessions(principal: Principal) {
  const all = await sessionsOf(principal.userId)
  return all.map((one) => ({ ...one, isCurrent: one.id === principal.sessionId }))
}

export async function revokeSession(principal: Principal, sessionId: string): Promise<void> {
  await endSession(principal, sessionId)
}

export async function revokeOtherSessions(principal: Principal): Promise<{ ended: number }> {
  return { ended: await endOtherSessions(principal) }
}
