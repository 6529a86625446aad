/**
 * What every resource gate does with the row it loaded. There is one gate per type of resource, in
 * its feature's folder (`requireProject`, `requireDocument`, `requireMember`); each reads the id
 * from the input, loads the row in one statement inside the tenant, and settles it here.
 *
 * Refuses 404 when the row isn't there, belongs to another tenant, or may not be read by this
 * person (all three alike, so that ids can't be probed), and 403 when they may see it but not do
 * this to it.
 */
import {
  type Access,
  canAccess,
  forbidden,
  notFound,
  type Permission,
  type Resource,
} from '~/authz'

/**
 * Checks a loaded row and hands it on.
 *
 * @param access the caller's facts
 * @param permission what is to be done to the row
 * @param readPermission what seeing the row takes; decides between 404 and 403
 * @param row the row as loaded, or undefined
 * @param describe the facts about the row that the evaluator needs
 * @throws AppError `not_found` or `forbidden`
 */
export function checkedRow<Row>(
  access: Access,
  permission: Permission,
  readPermission: Permission,
  row: Row | undefined,
  describe: (row: Row) => Resource,
): Row {
  if (row === undefined || !canAccess(access, readPermission, describe(row))) throw notFound()
  if (!canAccess(access, permission, describe(row))) throw forbidden(permission)
  return row
}
