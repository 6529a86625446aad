/**
 * Asks the server itself, past every page, whether somebody may do something to a row: by a direct
 * call with that person's cookie and a valid input, on a site that keeps nothing (see frozen.ts).
 */
import { ACCOUNTS, LARKSPUR, PASSWORD, TIDEWATER } from '../../harness/people.ts'
import { OFFERS } from '../../harness/offers.ts'
import { send } from '../../harness/http.ts'
import { readEntrances } from '../../direct-post/entrances.ts'
import { encode, functionCall, type JsonObject, refusalIn } from '../../direct-post/wire.ts'
import type { Site } from '../site.ts'
import { REVIEWER_ROLE } from '../things.ts'
import { timesFrozen } from './frozen.ts'
import { cookieOf, type Persona } from './personas.ts'
import type { Row } from './rows.ts'

export type Answer = 'allowed' | `refused: ${string}`

/** A valid input for each function that a page offers; undefined where it takes none. */
type Input = (
  row: Row,
  site: Site,
  persona: Persona,
) => Promise<JsonObject> | JsonObject | undefined

const text = (value: string | undefined): string => {
  if (value === undefined) throw new Error('this page is not about such a row')
  return value
}

const INPUTS: Readonly<Record<string, Input>> = {
  'account.changePassword': () => ({
    currentPassword: PASSWORD,
    newPassword: 'long-enough-to-be-one',
  }),
  'account.revokeOtherSessions': () => undefined,
  'account.revokeSession': ({ sessionId }) => ({ sessionId: text(sessionId) }),
  'account.updateAccount': () => ({ name: 'Renamed' }),
  'assignments.assignRole': async ({ roleId }, site) => ({
    memberId: await viewersMembership(site),
    roleId: text(roleId),
    evenThoughItIsMe: true,
  }),
  'assignments.removeAssignment': ({ memberId, roleId }) => ({
    memberId: text(memberId),
    roleId: text(roleId),
    evenThoughItIsMe: true,
  }),
  'audit.verifyAuditTrail': () => undefined,
  'billing.changePlan': () => ({ plan: 'pro' }),
  'checks.check': () => ({ organizationId: LARKSPUR, permission: 'content:read' }),
  'checks.checkAll': () => ({ organizationId: LARKSPUR, permissions: ['content:read'] }),
  'checks.checkAny': () => ({ organizationId: LARKSPUR, permissions: ['content:read'] }),
  'documents.archiveDocument': ({ documentId, status }) => ({
    documentId: text(documentId),
    archived: status !== 'archived',
  }),
  'documents.createDocument': ({ projectId }) => ({
    projectId: text(projectId),
    title: 'New',
    body: 'New.',
  }),
  'documents.deleteDocument': ({ documentId }) => ({ documentId: text(documentId) }),
  'documents.publishDocument': ({ documentId, status }) => ({
    documentId: text(documentId),
    published: status !== 'published',
  }),
  'documents.updateDocument': ({ documentId, version, name }) => ({
    documentId: text(documentId),
    title: `${text(name)}, edited`,
    body: 'Edited.',
    version: version ?? 0,
  }),
  'invitations.checkInvitationList': () => ({ list: 'somebody.new@larkspur.example, viewer' }),
  'invitations.inviteMember': async (_row, site) => ({
    email: 'somebody.new@larkspur.example',
    roleId: await viewerRole(site),
  }),
  'invitations.resendInvitation': ({ invitationId }) => ({ invitationId: text(invitationId) }),
  'invitations.revokeInvitation': ({ invitationId }) => ({ invitationId: text(invitationId) }),
  'members.changeMemberRoles': ({ memberId, roleIds }) => ({
    memberId: text(memberId),
    madeFrom: roleIds ?? [],
    roleIds: roleIds ?? [],
    evenThoughItIsMe: true,
  }),
  'members.changeRolesOfMany': ({ memberId }) => ({
    memberIds: [text(memberId)],
    change: 'add',
    roleIds: [REVIEWER_ROLE],
  }),
  'members.eraseMember': ({ memberId }) => ({ memberId: text(memberId), evenThoughItIsMe: true }),
  'members.removeMember': ({ memberId }) => ({ memberId: text(memberId), documentsTo: null }),
  'members.leaveOrganization': () => ({ documentsTo: null }),
  'members.suspendMember': ({ memberId }) => ({ memberId: text(memberId), suspended: true }),
  'members.setBillingContact': ({ memberId }) => ({
    memberId: text(memberId),
    isBillingContact: true,
  }),
  'members.updateMemberProfile': ({ memberId }) => ({
    memberId: text(memberId),
    title: 'Retitled',
  }),
  'organizations.createOrganization': () => ({ name: 'Founded' }),
  'organizations.deleteOrganization': () => ({ confirmName: 'Larkspur Labs' }),
  // To another than their own, which one of them is in.
  'organizations.switchOrganization': () => ({ organizationId: TIDEWATER }),
  'organizations.updateOrganization': () => ({ name: 'Renamed' }),
  'ownership.acceptOwnership': () => ({ offerId: OFFERS.toAdmin.id }),
  'ownership.declineOwnership': () => ({ offerId: OFFERS.toAdmin.id }),
  'ownership.offerOwnership': async (_row, site) => ({
    memberId: await viewersMembership(site),
    confirmName: 'Larkspur Labs',
  }),
  'ownership.withdrawOffer': () => ({ offerId: OFFERS.toAdmin.id }),
  'projects.archiveProject': ({ projectId, status }) => ({
    projectId: text(projectId),
    archived: status !== 'archived',
  }),
  'projects.createProject': () => ({ name: 'Started' }),
  'projects.deleteProject': ({ projectId }) => ({ projectId: text(projectId) }),
  'projects.updateProject': ({ projectId, name }) => ({
    projectId: text(projectId),
    name: `${text(name)}, renamed`,
    description: '',
  }),
  'roles.createRole': () => ({
    template: 'viewer',
    name: 'Another',
    slug: 'another',
    description: '',
  }),
  'roles.deleteRole': async ({ roleId, roleVersion }, site) => ({
    roleId: text(roleId),
    version: text(roleVersion),
    replacementId: await viewerRole(site),
  }),
  'roles.detachRole': ({ roleId, roleVersion }) => ({
    roleId: text(roleId),
    version: text(roleVersion),
  }),
  'roles.getPermission': () => ({ permission: 'content:read' }),
  'roles.setDefaultRole': async (_row, site) => ({ roleId: await viewerRole(site) }),
  'roles.updateRole': ({ roleId, roleVersion, name }) => ({
    roleId: text(roleId),
    version: text(roleVersion),
    name: `${text(name)}, renamed`,
    description: '',
    permissions: ['content:read'],
  }),
}

async function viewersMembership(site: Site): Promise<string> {
  const { rows } = await site.db.query<{ id: string }>(
    'select id from memberships where org_id = $1 and user_id = $2',
    [LARKSPUR, ACCOUNTS.viewer.userId],
  )
  return text(rows[0]?.id)
}

async function viewerRole(site: Site): Promise<string> {
  const { rows } = await site.db.query<{ id: string }>(
    `select id from roles where org_id = $1 and key = 'viewer'`,
    [LARKSPUR],
  )
  return text(rows[0]?.id)
}

/**
 * @param fn a function's id, or a method and a path
 * @throws when the input is refused: then nothing was asked
 */
export async function mayCall(site: Site, persona: Persona, fn: string, row: Row): Promise<Answer> {
  const call = fn.includes(' ') ? routeCall(fn) : await inputCall(site, persona, fn, row)
  const headers = { ...call.headers, cookie: cookieOf(site, persona) }
  const before = await timesFrozen(site)
  const answer = await send(site.port, { ...call, headers })
  const code = refusalIn(answer)?.code ?? String(answer.status)
  if (code === 'invalid_input') throw new Error(`${fn}: the input in ask.ts is not valid`)
  // The trigger's 500: everything that could refuse has agreed before. A handler that breaks down
  // answers 500 too, and has allowed nothing.
  const isFrozen = answer.status === 500 && (await timesFrozen(site)) > before
  return answer.status === 200 || isFrozen ? 'allowed' : `refused: ${code}`
}

async function inputCall(site: Site, persona: Persona, fn: string, row: Row) {
  const served = readEntrances().functions.find(({ id }) => id === fn)
  if (served === undefined) throw new Error(`a page offers ${fn}, which is not served`)
  const input = INPUTS[fn]
  if (input === undefined) throw new Error(`${fn} has no input to ask it with: add one to ask.ts`)
  return functionCall(served, await encode(await input(row, site, persona)))
}

function routeCall(entrance: string) {
  const [method = '', path = ''] = entrance.split(' ')
  return { method, path, headers: { 'sec-fetch-site': 'same-origin' } }
}
