/** Every change leaves exactly one record, which says who did what to what; a refusal leaves none. */
import { describe, expect, inject, test } from 'vitest'
import { LARKSPUR, persona, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { signIn } from '../support/caller'
import type { FunctionName } from '../support/functions'
import { FUNCTION_NAMES, NOT_THE_OWNERS, SAMPLES, type Things, thingsOf } from '../support/samples'

const app = appForFile()

interface Row {
  readonly orgId: string
  readonly actorId: string
  readonly actorName: string
  readonly action: string
  readonly targetType: string
  readonly targetId: string
  readonly targetName: string
}

async function trail(): Promise<Row[]> {
  return app.database.query<Row>(`
    select org_id as "orgId", actor_id as "actorId", actor_name as "actorName", action,
      target_type as "targetType", target_id as "targetId", target_name as "targetName"
    from audit_events order by at, org_id, seq`)
}

/** Another session of the consultant's, to be ended. */
async function otherSession(): Promise<string> {
  const [here, there] = [await app.as('consultant'), await signIn(app, 'consultant')]
  const { result } = await there.call('account.listSessions')
  expect(here.cookie).not.toBe(there.cookie)
  return result.find(({ isCurrent }) => isCurrent)?.id ?? ''
}

const accountEvents = () =>
  app.database.query<{ action: string; user_id: string }>(
    // That a session ended is on record besides, whoever ends it and how: tests/audit/sessions.test.ts.
    `select action, user_id from account_events where action not like 'account.session%'
     order by at, id`,
  )

/** What each change is recorded to have been done to; the ids are found in the input or the answer. */
const TARGETS: Readonly<Record<string, { type: string; id: (things: Things) => string }>> = {
  documents: { type: 'document', id: ({ documentId }) => documentId },
  members: { type: 'member', id: ({ memberId }) => memberId },
  invitations: { type: 'invitation', id: ({ invitationId }) => invitationId },
  assignments: { type: 'member', id: ({ memberId }) => memberId },
  roles: { type: 'role', id: ({ ownRoleId }) => ownRoleId },
  projects: { type: 'project', id: ({ projectId }) => projectId },
  billing: { type: 'organization', id: ({ organizationId }) => organizationId },
  ownership: { type: 'organization', id: ({ organizationId }) => organizationId },
  organizations: { type: 'organization', id: ({ organizationId }) => organizationId },
}

const declared = inject('functions')
const isMutation = (name: FunctionName) => declared[name]?.method === 'POST'
const inAnOrganization = FUNCTION_NAMES.filter(
  (name) =>
    isMutation(name) && ['member', 'permission', 'resource'].includes(declared[name]?.kind ?? ''),
)
const ofAnAccount = FUNCTION_NAMES.filter(
  (name) =>
    isMutation(name) &&
    declared[name]?.kind === 'signed in' &&
    // Its token is made anew for each; tests/invitations looks at what it leaves.
    name !== 'invitations.acceptInvitation' &&
    // It ends the session that it is asked in; tests/account looks at what it leaves.
    name !== 'account.changePassword',
)
const ENDS: FunctionName = 'organizations.deleteOrganization'
/** Leaves one for each that it invites: tests/invitations looks at them. */
const OF_SEVERAL: FunctionName = 'invitations.inviteFromList'

describe('one audit row, with its author and its target, is left by', () => {
  // The one that ends the organization comes last.
  const inOrder = [
    ...inAnOrganization.filter(
      (name) => name !== ENDS && name !== OF_SEVERAL && !NOT_THE_OWNERS.has(name),
    ),
    ENDS,
  ]

  test.each(inOrder)('%s', async (name) => {
    const olivia = await app.as('owner')
    const things = await thingsOf(app.database, LARKSPUR)
    const before = await trail()
    const answer = await olivia.attack(name, SAMPLES[name](things))
    expect(answer.code).toBe('ok')
    const added = (await trail()).slice(before.length)
    // A list that is only looked at is about nobody in particular.
    const noun = name === 'invitations.checkInvitationList' ? 'organizations' : name.split('.')[0]
    const target = TARGETS[noun ?? '']
    const made = answer.result as { id?: string } | undefined // what creating answers
    expect(added).toEqual([
      {
        orgId: LARKSPUR,
        actorId: persona('owner').id,
        actorName: persona('owner').name,
        action: name,
        targetType: target?.type,
        targetId: made?.id ?? target?.id(things),
        targetName: expect.stringMatching(/./),
      },
    ])
  })
})

describe('one event of the account is left by', () => {
  test.each(ofAnAccount)('%s', async (name) => {
    const carla = await app.as('consultant')
    const { organizationId } = await thingsOf(app.database, TIDEWATER)
    const sessionId = await otherSession()
    const before = await accountEvents()
    const things = { organizationId, sessionId } as Things // all that an account's calls can name
    expect((await carla.attack(name, SAMPLES[name](things))).code).toBe('ok')
    const added = (await accountEvents()).slice(before.length)
    // Creating an organization also enters it; its founding is in its own trail.
    const action =
      name === 'organizations.createOrganization' ? 'organizations.switchOrganization' : name
    expect(added).toEqual([{ action, user_id: persona('consultant').id }])
  })

  test('and the founding of an organization is the first row of its trail', async () => {
    const carla = await app.as('consultant')
    const made = await carla.call('organizations.createOrganization', { name: 'Founded' })
    const rows = (await trail()).filter(({ orgId }) => orgId === made.result.id)
    expect(rows).toEqual([
      expect.objectContaining({
        action: 'organizations.createOrganization',
        actorId: persona('consultant').id,
        targetId: made.result.id,
      }),
    ])
  })
})

test('a refused change leaves no audit row', async () => {
  const things = await thingsOf(app.database, TIDEWATER)
  const callers = [app.nobody, await app.as('outsider'), await app.as('pavel@tidewater.example')]
  const before = await trail()
  for (const caller of callers) {
    for (const name of inAnOrganization.filter((one) => !NOT_THE_OWNERS.has(one))) {
      expect((await caller.attack(name, SAMPLES[name](things))).status, name).toBeGreaterThan(400)
    }
  }
  expect(await trail()).toEqual(before)
})
