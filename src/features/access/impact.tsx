/** The blast radius of a change, before it is made: who gains what, who loses what. */
import type { ReactNode } from 'react'
import type { Permission } from '~/authz'
import { Notice } from '~/ui/notice'
import { PermissionChip } from '~/ui/permission-chip'

export interface ImpactProps {
  readonly affected: number
  readonly gaining: number
  readonly losing: number
  readonly lockedOut: number
  /** How many are suspended, for whom it is so on their return. */
  readonly later: number
  readonly takesFromMe: boolean
  readonly members: readonly {
    readonly memberId: string
    readonly name: string
    readonly gains: readonly Permission[]
    readonly loses: readonly Permission[]
    readonly isLockedOut: boolean
    readonly isSuspended: boolean
  }[]
}

export function Impact({
  affected,
  gaining,
  losing,
  lockedOut,
  later,
  takesFromMe,
  members,
}: ImpactProps) {
  if (affected + later === 0) {
    return (
      <Notice title="Nobody gains or loses anything" live>
        Whoever it concerns may do the same before and after.
      </Notice>
    )
  }
  return (
    <Notice
      live
      tone={losing > 0 ? 'caution' : 'accent'}
      title={titleOf(affected, gaining, losing)}
    >
      {takesFromMe && <p>You are among those who lose something.</p>}
      {lockedOut > 0 && affected > 1 && (
        <p>{people(lockedOut)} would be left without any permission.</p>
      )}
      {later > 0 && <p>For who is suspended nothing changes before they return.</p>}
      <Frame isLong={members.length > MOST_AT_A_GLANCE}>
        <ul className="mt-2 space-y-2">
          {members.map(({ memberId, name, gains, loses, isLockedOut, isSuspended }) => (
            <li key={memberId}>
              <span className="font-medium text-ink">{name}</span>
              {isSuspended && <span className="text-ink-faint"> suspended; on their return</span>}
              {isLockedOut && !isSuspended && (
                <span className="text-refused"> can do nothing any more</span>
              )}
              <Sign word="gains" permissions={gains} />
              <Sign word="loses" permissions={loses} />
            </li>
          ))}
        </ul>
      </Frame>
      {members.length < affected + later && (
        <p className="mt-2">And {affected + later - members.length} more.</p>
      )}
    </Notice>
  )
}

/** More of them scroll, so that the button below stays in reach. */
const MOST_AT_A_GLANCE = 5

function Frame({ isLong, children }: { readonly isLong: boolean; readonly children: ReactNode }) {
  if (!isLong) return children
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keys scroll what has the focus
    <section aria-label="Whom it concerns" tabIndex={0} className="max-h-56 overflow-y-auto">
      {children}
    </section>
  )
}

function Sign({ word, permissions }: SignProps) {
  if (permissions.length === 0) return null
  return (
    <p className="mt-1 flex gap-1.5">
      <span className="w-9 shrink-0 text-ink-faint">{word}</span>
      <span className="flex min-w-0 flex-wrap gap-1.5">
        {permissions.map((permission) => (
          <PermissionChip key={permission} name={permission} />
        ))}
      </span>
    </p>
  )
}

interface SignProps {
  readonly word: string
  readonly permissions: readonly Permission[]
}

function titleOf(affected: number, gaining: number, losing: number): string {
  if (affected === 0) return 'Nobody gains or loses anything now'
  if (gaining > 0 && losing > 0) {
    return `${people(affected)} affected: ${gaining} gain, ${losing} lose`
  }
  const verb = losing > 0 ? 'lose' : 'gain'
  return `${people(affected)} ${affected === 1 ? `${verb}s` : verb} permissions`
}

function people(count: number): string {
  return count === 1 ? '1 member' : `${count} members`
}
