/** One side of a comparison, each line with the permission that explains it, where one does. */
import type { Permission } from '~/authz'
import type { Viewer } from '~/features/access/viewer'
import { cx } from '~/ui/cx'
import { PermissionChip } from '~/ui/permission-chip'
import type { Difference } from '../changes/compare'

export interface DifferencesProps {
  readonly did: 'appeared' | 'went'
  readonly list: readonly Difference[]
  readonly viewer: Viewer
  readonly asked: (difference: Difference) => readonly Permission[]
}

const SIGNS = { appeared: '+', went: '−' } as const
const TITLES = { appeared: 'Appeared', went: 'Went' } as const

export function Differences({ did, list, viewer, asked }: DifferencesProps) {
  if (list.length === 0) return null
  return (
    <>
      <h2 className="text-xs font-semibold text-ink-faint">
        {TITLES[did]} <span className="font-normal">({list.length})</span>
      </h2>
      <ul className="mt-1 mb-3 last:mb-0">
        {list.map((difference) => (
          <li key={`${difference.kind} ${difference.key}`} className="flex gap-2 py-0.5">
            <span
              aria-hidden="true"
              className={cx('font-mono', did === 'appeared' ? 'text-allowed' : 'text-refused')}
            >
              {SIGNS[did]}
            </span>
            <span className="min-w-0 flex-1 break-words">
              {namesOf(difference)}
              {difference.kind === 'page' && <span className="text-ink-faint"> in the menu</span>}
            </span>
            <span className="flex shrink-0 flex-col items-end gap-1">
              {asked(difference).map((permission) => (
                <Reason key={permission} did={did} permission={permission} viewer={viewer} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Rows have a control each: one stands for them all. */
function namesOf({ names }: Difference): string {
  const [first = '', ...more] = names
  return more.length > 2 ? `${first} and ${more.length} more` : names.join(', ')
}

interface ReasonProps {
  readonly did: 'appeared' | 'went'
  readonly permission: Permission
  readonly viewer: Viewer
}

function Reason({ did, permission, viewer }: ReasonProps) {
  const held = viewer.permissions.includes(permission)
  // It is there without the permission: then the thing is theirs, which is a right of its own.
  const isOwnership = did === 'appeared' && !held
  return (
    <span className="inline-flex items-center gap-1">
      {isOwnership && <span className="text-xs text-ink-faint">owns it, or</span>}
      <PermissionChip name={permission} held={isOwnership ? undefined : held} />
    </span>
  )
}
