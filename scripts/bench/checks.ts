/** (c) A check with the permissions in hand: ours beside CASL's and beside a bare Set.has. */
import { AbilityBuilder, createMongoAbility } from '@casl/ability'
import { performance } from 'node:perf_hooks'
import {
  type Access,
  ALL_PERMISSIONS,
  canAccess,
  decide,
  type Permission,
  resourceOf,
  ROLE_TEMPLATES,
} from '~/authz'
import { quiet } from './measure'

export interface CheckTiming {
  readonly name: string
  readonly nanoseconds: number
  readonly ratio: number
}

const CHECKS = 200_000
const ROUNDS = 150

/** @returns the bare Set.has first; ratios are to it. */
export function measureChecks(): readonly CheckTiming[] {
  const access: Access = {
    userId: 'person',
    orgId: 'organization',
    membershipId: 'membership',
    status: 'active',
    roles: [],
    permissions: new Set(ROLE_TEMPLATES.editor.permissions),
  }
  const held: ReadonlySet<string> = access.permissions
  const document = { type: 'document', orgId: 'organization', ownerId: 'somebody' } as const
  const ability = caslAbility(ROLE_TEMPLATES.editor.permissions)
  const asked = ALL_PERMISSIONS.map((permission) => ({ permission, ...split(permission) }))
  type Asked = (typeof asked)[number]

  const subjects: readonly [string, (question: Asked) => boolean][] = [
    ['Set.has', ({ permission }) => held.has(permission)],
    ['canAccess', ({ permission }) => canAccess(access, permission)],
    ['canAccess on a resource', ({ permission }) => canAccess(access, permission, document)],
    [
      'decide, with its reason',
      ({ permission }) => decide(access, permission).reason.kind === 'granted_by_role',
    ],
    ['CASL', ({ action, subject }) => ability.can(action, subject)],
  ]
  for (const [name, check] of subjects) agree(name, asked, check, held)

  const times: number[][] = subjects.map(() => [])
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, [, check]] of subjects.entries()) {
      const time = nanosecondsOf(asked, check)
      if (round > 0) times[index]?.push(time) // the first round warms up
    }
  }
  const base = quiet(times[0] ?? [])
  return subjects.map(([name], index) => {
    const nanoseconds = quiet(times[index] ?? [])
    return { name, nanoseconds, ratio: nanoseconds / base }
  })
}

/** The questions vary from one to the next, and the answers are used: nothing can be folded away. */
function nanosecondsOf<Asked>(
  asked: readonly Asked[],
  check: (question: Asked) => boolean,
): number {
  let allowed = 0
  let at = 0
  const start = performance.now()
  for (let count = 0; count < CHECKS; count += 1) {
    const question = asked[at]
    at = at + 1 === asked.length ? 0 : at + 1
    if (question !== undefined && check(question)) allowed += 1
  }
  const time = ((performance.now() - start) * 1e6) / CHECKS
  if (allowed === 0) throw new Error('nothing was allowed')
  return time
}

/** A fast answer that differs is no answer. */
function agree<Asked extends { permission: Permission }>(
  name: string,
  asked: readonly Asked[],
  check: (question: Asked) => boolean,
  held: ReadonlySet<string>,
): void {
  const wrong = asked.find((question) => check(question) !== held.has(question.permission))
  if (wrong !== undefined) throw new Error(`${name} answers ${wrong.permission} differently`)
}

function caslAbility(permissions: readonly Permission[]) {
  const { can, build } = new AbilityBuilder(createMongoAbility)
  for (const permission of permissions) {
    const { action, subject } = split(permission)
    can(action, subject)
  }
  return build()
}

function split(permission: Permission) {
  const subject = resourceOf(permission)
  return { subject, action: permission.slice(subject.length + 1) }
}
