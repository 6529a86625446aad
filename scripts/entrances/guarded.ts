/** What each permission guards, from the declarations: the list that the matrix page shows. */
import type { GuardedEntrance } from 'virtual:entrances'
import type { Entrance } from './entrance'
import { readableFunctionId } from './function-id'

/** The entrances that ask for a permission, under the names that they are served by. */
export function guardedAmong(entrances: readonly Entrance[]): readonly GuardedEntrance[] {
  return entrances
    .filter(({ permissions }) => permissions.length > 0)
    .map(({ type, file, name, methods, kind, gate, permissions, features, quotas }) => ({
      type,
      name: type === 'function' ? readableFunctionId(file, name) : name,
      method: methods.join(', '),
      kind,
      // Written over several lines in the source, shown on one.
      gate: gate.replaceAll(/\s+/g, ' '),
      permissions,
      limits: [...features, ...quotas],
    }))
}
