/** An input for every server function, made of one organization's things. */
import { DEMO_PASSWORD } from '~/features/demo/personas'
import { newId } from '~/platform/ids'
import type { Database } from './database'
import type { FunctionName, InputOf } from './functions'
import { openOffer } from './offers'

/** What a call can name, in one organization. */
export interface Things {
  readonly organizationId: string
  readonly organizationName: string
  readonly projectId: string
  /** A draft in that project. */
  readonly documentId: string
  readonly documentVersion: number
  /** A member who only reads. */
  readonly memberId: string
  readonly heldRoleIds: string[]
  /** One that the member holds. */
  readonly roleId: string
  /** An open invitation. */
  readonly invitationId: string
  /** A role of the organization's own, which nobody holds. */
  readonly ownRoleId: string
  readonly ownRoleVersion: string
  /** An open offer of ownership to that member. */
  readonly offerId: string
  /** A session of that member. */
  readonly sessionId: string
}

/** Those of the things that are ids. */
export const IDS = [
  'organizationId',
  'projectId',
  'documentId',
  'memberId',
  'roleId',
  'invitationId',
  'ownRoleId',
  'offerId',
  'sessionId',
] as const

/** Valid for somebody who may do it; the same call with other things is an attack. */
export const SAMPLES: { readonly [Name in FunctionName]: (things: Things) => InputOf<Name> } = {
  'account.changePassword': () => ({
    currentPassword: DEMO_PASSWORD,
    newPassword: 'long-enough-to-be-one',
  }),
  'account.confirmAddress': () => ({
    token: 'a-token-that-opens-nothing',
    password: 'long-enough-to-be-one',
  }),
  'account.getViewer': () => undefined,
  'account.listSessions': () => undefined,
  'account.requestReset': () => ({ email: 'somebody@new.example' }),
  'account.resetPassword': () => ({
    token: 'a-token-that-opens-nothing',
    password: 'long-enough-to-be-one',
  }),
  'account.revokeOtherSessions': () => undefined,
  'account.revokeSession': ({ sessionId }) => ({ sessionId }),
  'account.sendConfirmation': () => ({ email: 'somebody@new.example' }),
  'account.signUp': () => ({
    name: 'New Person',
    email: 'somebody@new.example',
    password: 'long-enough-to-be-one',
  }),
  'account.updateAccount': () => ({ name: 'Renamed Person' }),
  'assignments.assignRole': ({ memberId, ownRoleId }) => ({ memberId, roleId: ownRoleId }),
  'assignments.listAssignments': ({ roleId }) => ({ roleId }),
  'assignments.previewAssignments': ({ memberId, roleId }) => ({ memberId, roleIds: [roleId] }),
  // Called after the one that gives it: taking the only role of a reader would leave none to act on.
  'assignments.removeAssignment': ({ memberId, ownRoleId }) => ({ memberId, roleId: ownRoleId }),
  'audit.listAuditEvents': () => ({}),
  'audit.listDenials': () => ({}),
  'audit.verifyAuditTrail': () => undefined,
  'billing.changePlan': () => ({ plan: 'pro' }),
  'billing.getBilling': () => undefined,
  'billing.getRoom': () => undefined,
  'billing.previewPlan': () => ({ plan: 'free' }),
  'checks.check': ({ organizationId }) => ({ organizationId, permission: 'content:read' }),
  'checks.checkAll': ({ organizationId }) => ({ organizationId, permissions: ['content:read'] }),
  'checks.checkAny': ({ organizationId }) => ({ organizationId, permissions: ['content:read'] }),
  'dashboard.getActivity': () => undefined,
  'dashboard.getDashboard': () => undefined,
  'demo.listAsked': () => undefined,
  'demo.listMails': () => undefined,
  'demo.listPersonas': () => undefined,
  'demo.signInAs': () => ({ persona: 'owner' }),
  'documents.archiveDocument': ({ documentId }) => ({ documentId, archived: true }),
  'documents.createDocument': ({ projectId }) => ({ projectId, title: 'New', body: 'Text.' }),
  'documents.deleteDocument': ({ documentId }) => ({ documentId }),
  'documents.getDocument': ({ documentId }) => ({ documentId }),
  'documents.listDocuments': ({ projectId }) => ({ projectId, search: 'a' }),
  'documents.publishDocument': ({ documentId }) => ({ documentId, published: true }),
  'documents.updateDocument': ({ documentId, documentVersion }) => ({
    documentId,
    title: 'Edited',
    body: 'Edited.',
    version: documentVersion,
  }),
  'invitations.acceptInvitation': () => ({ token: 'a-token-that-opens-nothing' }),
  'invitations.checkInvitationList': () => ({ list: 'somebody@listed.example, viewer' }),
  'invitations.inviteFromList': () => ({
    invitations: [{ email: 'somebody@listed.example', role: 'viewer' }],
  }),
  'invitations.inviteMember': ({ roleId }) => ({ email: 'somebody@new.example', roleId }),
  'invitations.joinAsNewPerson': () => ({
    token: 'a-token-that-opens-nothing',
    name: 'New Person',
    password: 'long-enough-to-be-one',
  }),
  'invitations.listInvitations': () => undefined,
  'invitations.listMyInvitations': () => undefined,
  'invitations.previewInvitation': () => ({ token: 'a-token-that-opens-nothing' }),
  'invitations.resendInvitation': ({ invitationId }) => ({ invitationId }),
  'invitations.revokeInvitation': ({ invitationId }) => ({ invitationId }),
  'members.changeMemberRoles': ({ memberId, heldRoleIds, roleId }) => ({
    memberId,
    madeFrom: heldRoleIds,
    roleIds: [roleId],
  }),
  'members.changeRolesOfMany': ({ memberId, ownRoleId }) => ({
    memberIds: [memberId],
    change: 'add',
    roleIds: [ownRoleId],
  }),
  'members.eraseMember': ({ memberId }) => ({ memberId }),
  'members.getMember': ({ memberId }) => ({ memberId }),
  'members.leaveOrganization': () => ({ documentsTo: null }),
  'members.listMembers': ({ roleId }) => ({ roleId, search: 'a' }),
  // The change above has given it.
  'members.previewRolesOfMany': ({ memberId, ownRoleId }) => ({
    memberIds: [memberId],
    change: 'remove',
    roleIds: [ownRoleId],
  }),
  'members.removeMember': ({ memberId }) => ({ memberId, documentsTo: null }),
  'members.setBillingContact': ({ memberId }) => ({ memberId, isBillingContact: true }),
  // Gives back: who is suspended would be nobody to act on afterwards.
  'members.suspendMember': ({ memberId }) => ({ memberId, suspended: false }),
  'members.updateMemberProfile': ({ memberId }) => ({ memberId, title: 'Retitled' }),
  'organizations.createOrganization': () => ({ name: 'Founded By A Test' }),
  'organizations.deleteOrganization': ({ organizationName }) => ({ confirmName: organizationName }),
  'organizations.getOrganization': () => undefined,
  'organizations.switchOrganization': ({ organizationId }) => ({ organizationId }),
  'organizations.updateOrganization': () => ({ name: 'Renamed By A Test' }),
  'ownership.acceptOwnership': ({ offerId }) => ({ offerId }),
  'ownership.declineOwnership': ({ offerId }) => ({ offerId }),
  'ownership.getOffer': () => undefined,
  'ownership.offerOwnership': ({ memberId, organizationName }) => ({
    memberId,
    confirmName: organizationName,
  }),
  'ownership.withdrawOffer': ({ offerId }) => ({ offerId }),
  'projects.archiveProject': ({ projectId }) => ({ projectId, archived: true }),
  'projects.createProject': () => ({ name: 'Started By A Test' }),
  'projects.deleteProject': ({ projectId }) => ({ projectId }),
  'projects.getProject': ({ projectId }) => ({ projectId }),
  'projects.listProjects': () => ({ search: 'a' }),
  'projects.updateProject': ({ projectId }) => ({ projectId, name: 'Renamed', description: '' }),
  'roles.compareRoles': ({ roleId, ownRoleId }) => ({ firstId: roleId, secondId: ownRoleId }),
  'roles.createRole': () => ({
    template: 'editor',
    name: 'Made By A Test',
    slug: 'made-by-a-test',
    description: '',
  }),
  'roles.deleteRole': ({ ownRoleId, ownRoleVersion }) => ({
    roleId: ownRoleId,
    version: ownRoleVersion,
  }),
  'roles.detachRole': ({ ownRoleId, ownRoleVersion }) => ({
    roleId: ownRoleId,
    version: ownRoleVersion,
  }),
  'roles.getPermission': () => ({ permission: 'content:publish' }),
  'roles.getRole': ({ roleId }) => ({ roleId }),
  'roles.listGranters': () => ({ permission: 'content:publish' }),
  'roles.listGuards': () => undefined,
  'roles.listPermissions': () => undefined,
  'roles.listRoles': () => undefined,
  'roles.previewRoleChange': ({ ownRoleId }) => ({
    roleId: ownRoleId,
    permissions: ['content:read', 'content:write'],
  }),
  'roles.previewRoleDeletion': ({ ownRoleId, roleId }) => ({
    roleId: ownRoleId,
    replacementId: roleId,
  }),
  'roles.setDefaultRole': ({ ownRoleId }) => ({ roleId: ownRoleId }),
  'roles.updateRole': ({ ownRoleId, ownRoleVersion }) => ({
    roleId: ownRoleId,
    version: ownRoleVersion,
    name: 'Renamed By A Test',
    description: '',
    permissions: ['content:read', 'content:write'],
  }),
}

/** What the only owner of an organization may not do; what it leaves is looked at where it is tested. */
export const NOT_THE_OWNERS: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'members.leaveOrganization',
  'ownership.acceptOwnership',
  'ownership.declineOwnership',
])

// Object.keys is typed string[]; SAMPLES is a literal, so its keys are exactly FunctionName.
export const FUNCTION_NAMES = Object.keys(SAMPLES) as FunctionName[]

/** Things of an organization as it is now: a project with a draft in it, a member who only reads. */
export async function thingsOf(database: Database, organizationId: string): Promise<Things> {
  const [found] = await database.query<
    Omit<Things, 'sessionId' | 'invitationId' | 'offerId'> & { memberUserId: string }
  >(
    `select o.id as "organizationId", o.name as "organizationName", d.project_id as "projectId",
       d.id as "documentId", d.version as "documentVersion", m.id as "memberId",
       m.user_id as "memberUserId", r.id as "roleId",
       array(select held.role_id from member_roles held
         where held.org_id = m.org_id and held.membership_id = m.id) as "heldRoleIds",
       own.id as "ownRoleId", concat_ws('-', own.version, md5(t.permissions)) as "ownRoleVersion"
     from organizations o
     join roles own on own.org_id = o.id and own.is_custom
     left join role_templates t on t.key = own.template_key
     join documents d on d.org_id = o.id and d.status = 'draft'
     join projects p on p.org_id = o.id and p.id = d.project_id and p.status = 'active'
     join roles r on r.org_id = o.id and r.key = 'viewer'
     join member_roles mr on mr.org_id = o.id and mr.role_id = r.id
     join memberships m on m.org_id = o.id and m.id = mr.membership_id and m.status = 'active'
       and (select count(*) from memberships other where other.user_id = m.user_id) = 1
     where o.id = $1 order by own.key, d.id, m.id limit 1`,
    [organizationId],
  )
  if (found === undefined) throw new Error(`${organizationId} has run out of things`)
  const { memberUserId, ...things } = found
  return {
    ...things,
    invitationId: await openInvitation(database, things),
    offerId: await openOffer(database, things.organizationId, things.memberId),
    sessionId: await openSession(database, memberUserId),
  }
}

/** A session of somebody's, for others to try to end. Its cookie is nobody's. */
async function openSession(database: Database, userId: string): Promise<string> {
  const id = newId()
  await database.query(
    `insert into auth.session (id, token, user_id, expires_at) values ($1, $2, $3, now() + '1 day')`,
    [id, `not a cookie ${id}`, userId],
  )
  return id
}

/** An invitation that was sent a while ago. Its token is nobody's. */
async function openInvitation(
  database: Database,
  { organizationId, roleId }: Pick<Things, 'organizationId' | 'roleId'>,
): Promise<string> {
  const [open] = await database.query<{ id: string }>(
    `select id from invitations where org_id = $1 and status = 'pending' and expires_at > now()
       and sent_at < now() - interval '1 hour' order by id limit 1`,
    [organizationId],
  )
  if (open !== undefined) return open.id
  const id = newId()
  await database.query(
    `insert into invitations (org_id, id, email, role_id, token_hash, inviter_id, sent_at, expires_at)
     select $1, $2, $4, $3, $5,
       (select m.user_id from memberships m
        join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
        join roles r on r.org_id = mr.org_id and r.id = mr.role_id
        where m.org_id = $1 and r.is_owner limit 1),
       now() - interval '1 day', now() + interval '1 day'`,
    [organizationId, id, roleId, `${id}@new.example`, `no hash ${id}`],
  )
  return id
}
