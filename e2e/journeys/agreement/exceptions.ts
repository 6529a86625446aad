/**
 * Where a page and the server differ on purpose. This list may only shrink: one that is not met
 * any more fails the run.
 */
import type { Persona } from './personas.ts'

export interface Exception {
  readonly as: readonly Persona[]
  readonly kind: string
  readonly fn: string
  /** Whose page it is, where it matters. */
  readonly about?: Persona
  /** `hidden`: the server would allow it. `shown`: the server would refuse it. */
  readonly is: 'hidden' | 'shown'
  readonly reason: string
}

const LAST_OWNER =
  'whether somebody is the last owner changes under other hands: the refusal says it'

export const EXCEPTIONS: readonly Exception[] = [
  {
    as: ['owner'],
    kind: '/members/:id',
    fn: 'members.removeMember',
    is: 'shown',
    about: 'owner',
    reason: LAST_OWNER,
  },
  {
    as: ['owner'],
    kind: '/members/:id',
    fn: 'members.eraseMember',
    is: 'shown',
    about: 'owner',
    reason: LAST_OWNER,
  },
]
