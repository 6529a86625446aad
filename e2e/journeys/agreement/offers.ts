/**
 * Which functions belong to which page. The owner's view of the page is held against it both ways;
 * to everybody else the page offers those of them that the server allows, and no others.
 */

/** By the kind of page, see rows.ts. A page that is not here only reads. */
export const OFFERS: Readonly<Record<string, readonly string[]>> = {
  '/account': [
    'account.changePassword',
    'account.revokeOtherSessions',
    'account.updateAccount',
    'members.leaveOrganization',
  ],
  '/audit': ['GET /api/audit-export', 'audit.verifyAuditTrail'],
  '/audit/denials': ['GET /api/audit-export', 'audit.verifyAuditTrail'],
  '/billing': ['billing.changePlan'],
  '/documents/:id': [
    'documents.archiveDocument',
    'documents.deleteDocument',
    'documents.publishDocument',
  ],
  '/documents/:id/edit': ['documents.updateDocument'],
  '/invitations': ['invitations.inviteMember'],
  '/invitations/import': ['invitations.checkInvitationList'],
  '/members/:id': [
    'members.changeMemberRoles',
    'members.eraseMember',
    'members.removeMember',
    'members.setBillingContact',
    'members.suspendMember',
    'members.updateMemberProfile',
  ],
  '/projects': ['projects.createProject'],
  '/projects/:id': ['projects.archiveProject', 'projects.deleteProject', 'projects.updateProject'],
  '/projects/:id/new-document': ['documents.createDocument'],
  '/roles': [
    'checks.check',
    'checks.checkAll',
    'checks.checkAny',
    'roles.createRole',
    'roles.getPermission',
  ],
  '/roles/:id': [
    'assignments.assignRole',
    'roles.deleteRole',
    'roles.detachRole',
    'roles.updateRole',
  ],
  '/settings': [
    'organizations.deleteOrganization',
    'organizations.updateOrganization',
    'ownership.offerOwnership',
    'ownership.withdrawOffer',
    'roles.setDefaultRole',
  ],
  '/welcome': ['organizations.createOrganization'],
}

/** What the entries of a page offer, each for itself. */
export const IN_ENTRIES: Readonly<Record<string, readonly string[]>> = {
  '/account': ['account.revokeSession'],
  '/invitations': ['invitations.resendInvitation', 'invitations.revokeInvitation'],
  '/members': ['members.changeRolesOfMany'],
  '/roles/:id': ['assignments.removeAssignment'],
}

/** What the menu of an entry of a list offers, by the kind of page that the entry leads to. */
export const IN_ROW_MENUS: Readonly<Record<string, readonly string[]>> = {
  '/documents/:id': ['documents.archiveDocument', 'documents.publishDocument'],
  '/projects/:id': ['projects.archiveProject'],
}

/** What a page offers to others and not to the owner of the demo. */
export const NOT_TO_THE_OWNER: Readonly<Record<string, readonly string[]>> = {
  // The owner is in one organization.
  '/welcome': ['organizations.switchOrganization'],
  // To whom the owner offers the organization.
  '/': ['ownership.acceptOwnership', 'ownership.declineOwnership'],
  '/settings': ['ownership.acceptOwnership', 'ownership.declineOwnership'],
}

/** What no page offers in its own part. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'account.confirmAddress': 'on the page that the link of the mail about signing up opens',
  'account.requestReset': 'on the page for a forgotten password',
  'account.resetPassword': 'on the page that the link of the mail about a forgotten password opens',
  'account.sendConfirmation': 'after signing up, and on the sign-in page to who has not confirmed',
  'account.signUp': 'on the page for signing up',
  'demo.signInAs': 'in the dock and on the sign-in page, to everybody',
  'invitations.acceptInvitation': 'on the page that the token of an invitation opens',
  'invitations.inviteFromList': 'once a list has been checked',
  'invitations.joinAsNewPerson': 'on the same page, to somebody without an account',
}

/** @returns all that a page may offer */
export function offersOf(kind: string): string[] {
  return [...(OFFERS[kind] ?? []), ...(NOT_TO_THE_OWNER[kind] ?? [])]
}

/** Local controls that read what they show when they are opened. */
export const READS: readonly { readonly name: RegExp; readonly call: string }[] = [
  // The dock: who there is, and where they start.
  { name: /Change person$/, call: 'GET demo.listPersonas' },
]
