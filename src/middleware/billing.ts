/**
 * Gate: what is done about the plan and its bill. Lets in whoever holds the permission (owners hold
 * every one) and the organization's billing contact, whatever their roles. Refuses 403 `forbidden`
 * with the permission. The flag itself is read in one function of the core, `hasBillingAccess`, and
 * opens nothing but this gate.
 */
import { createMiddleware } from '@tanstack/react-start'
import { type BillingPermission, forbidden, hasBillingAccess } from '~/authz'
import { orgMiddleware } from './membership'

/**
 * @param permission what is to be done about the bill
 * @throws AppError `forbidden` naming the permission
 */
export function requireBillingAccess(permission: BillingPermission) {
  return createMiddleware()
    .middleware([orgMiddleware])
    .server(({ next, context }) => {
      if (!hasBillingAccess(context.access, permission)) throw forbidden(permission)
      return next()
    })
}
