/**
 * Gates: what may be done to the organization. Refuse 403 `forbidden` with the missing permission,
 * after sign-in and membership have been settled. They ask the evaluator; no role is compared.
 */
import { createMiddleware } from '@tanstack/react-start'
import { type Access, canAccess, canAccessAny, forbidden, type Permission } from '~/authz'
import { accessOrder } from './access-order'
import { orgMiddleware } from './membership'

/**
 * Lets through members who hold the permission.
 *
 * @throws AppError `forbidden` naming the permission
 */
export function requirePermission(permission: Permission) {
  return requirePermissions([permission])
}

/**
 * The same for a POST that only looks. It doesn't queue with the changes of access, which would have
 * to wait for as long as it takes.
 *
 * @throws AppError `forbidden` naming the permission
 */
export function requirePermissionToLook(permission: Permission) {
  return gate([], 'every', (access) => (canAccess(access, permission) ? undefined : permission))
}

/**
 * Lets through members who hold every one of the permissions.
 *
 * @throws AppError `forbidden` naming the first one that is missing
 */
export function requirePermissions(permissions: readonly [Permission, ...Permission[]]) {
  return gate(permissions, 'every', (access) =>
    permissions.find((asked) => !canAccess(access, asked)),
  )
}

/**
 * Lets through members who hold at least one of the permissions.
 *
 * @throws AppError `forbidden` naming the first of them
 */
export function requireAnyPermission(permissions: readonly [Permission, ...Permission[]]) {
  return gate(permissions, 'some', (access) =>
    canAccessAny(access, permissions) ? undefined : permissions[0],
  )
}

function gate(
  /** Whoever uses one of these to change who may do what queues with the others who do. */
  queuing: readonly Permission[],
  letsIn: 'every' | 'some',
  findMissing: (access: Access) => Permission | undefined,
) {
  return createMiddleware()
    .middleware([accessOrder(queuing, letsIn), orgMiddleware])
    .server(({ next, context }) => {
      const missing = findMissing(context.access)
      if (missing !== undefined) throw forbidden(missing)
      return next()
    })
}
