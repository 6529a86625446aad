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
import type { TenantContext } from './context'

/** The two ways to load a row: to look at it, and to keep it as it is until the commit. */
interface Loading<Row> {
  readonly look: () => Promise<readonly Row[]>
  readonly hold: () => Promise<readonly Row[]>
}

/**
 * Loads a row and checks it; a mutation keeps it as it was decided on until its commit. Keeping it
 * may mean waiting for somebody, with a connection in hand. So whom no role lets in is checked on a
 * look first: who will be refused neither waits nor stands in the way of those who may, and an
 * owner's row is checked again once it is held.
 *
 * @throws AppError `not_found` or `forbidden`
 */
export async function loadChecked<Row>(
  { access, mode }: Pick<TenantContext, 'access' | 'mode'>,
  permission: Permission,
  readPermission: Permission,
  { look, hold }: Loading<Row>,
  describe: (row: Row) => Resource,
): Promise<Row> {
  const check = ([row]: readonly Row[]) =>
    checkedRow(access, permission, readPermission, row, describe)
  if (mode === 'read') return check(await look())
  const isLetIn = canAccess(access, readPermission) && canAccess(access, permission)
  if (!isLetIn) check(await look())
  return check(await hold())
}

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
