/**
 * Opens the tenant door for the organization that the session works in, and keeps it open around
 * everything that follows: for a mutation that is one transaction with the gates, the handler and
 * the audit row in it.
 *
 * Refuses 403 `no_membership` without an active membership, and 409 `organization_changed` when
 * the page was rendered for another organization than the session now works in: a form that was
 * opened in one organization never acts on another. The client's word on that is an assertion; it
 * selects nothing.
 */
import { createMiddleware } from '@tanstack/react-start'
import { noMembership, organizationChanged } from '~/authz'
import { openTrail } from '~/audit/record'
import type { CurrentSession } from '~/auth/session'
import { type DoorMode, withTenant } from '~/db/tenant-door'
import { ORGANIZATION_HEADER } from './organization-header'
import { authMiddleware } from './session'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

export const tenantMiddleware = createMiddleware()
  .middleware([authMiddleware])
  .server(async ({ next, request, context, serverFnMeta, pathname }) => {
    const { organization, access } = requireActive(context.session)
    assertSameOrganization(request.headers.get(ORGANIZATION_HEADER), organization.id)
    const mode: DoorMode = READS.has(request.method) ? 'read' : 'write'
    return withTenant(organization.id, mode, async (db) => {
      const trail = openTrail(db, {
        orgId: organization.id,
        actorId: context.principal.userId,
        actorName: context.principal.name,
        action: serverFnMeta?.id ?? pathname,
      })
      const result = await next({ context: { organization, access, db, trail, mode } })
      // A change that left no record is a defect; it is rolled back like any other failure.
      if (mode === 'write' && trail.written === 0) throw new Error('a mutation left no audit row')
      return result
    })
  })

function requireActive(session: CurrentSession) {
  const { organization, access } = session
  if (organization === null || access === null || access.status !== 'active') throw noMembership()
  return { organization, access }
}

function assertSameOrganization(asserted: string | null, active: string): void {
  if (asserted !== null && asserted !== active) throw organizationChanged()
}
