/**
 * Where a page and the server differ on purpose. This list may only shrink: one that is not met
 * any more fails the run.
 */
import { type Persona, PERSONAS } from './personas.ts'

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

/** Every member may ask what they may do; the form to try it out stands where roles are shown. */
const CHECKS: readonly Exception[] = ['checks.check', 'checks.checkAll', 'checks.checkAny'].map(
  (fn) => ({
    as: ['billing', 'author'],
    kind: '/roles',
    fn,
    is: 'hidden',
    reason: 'the check is there for integrations; who sees no roles has no use for its form',
  }),
)

/** The boxes stand beside everybody, so that all can be chosen at once. */
const CHOSEN = (
  [
    ['owner', 'owner'],
    ['admin', 'admin'],
    ['admin', 'owner'],
  ] as const
).map(([who, about]): Exception => ({
  as: [who],
  kind: '/members, an entry',
  fn: 'members.changeRolesOfMany',
  is: 'shown',
  about,
  reason: 'the window says of the chosen whose roles cannot be changed, before anything is sent',
}))

export const EXCEPTIONS: readonly Exception[] = [
  ...CHECKS,
  ...CHOSEN,
  {
    as: PERSONAS,
    kind: '/account, this session',
    fn: 'account.revokeSession',
    is: 'hidden',
    reason: 'the session one is in is ended by signing out',
  },
  {
    as: ['owner'],
    kind: '/account',
    fn: 'members.leaveOrganization',
    is: 'shown',
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
