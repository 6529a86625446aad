/** The gates that live with their noun, and a function that nobody expects. */
import type { Mutant } from '../mutant.ts'

const inAndOnly = (id: string) => ({
  spec: 'principals.spec.ts',
  title: `${id}: only who may gets in, and only then does anything change (1, 3, 5)`,
})

export const nouns: readonly Mutant[] = [
  {
    name: 'projects: hands on a row that it has not loaded',
    edits: [
      {
        file: 'src/features/projects/projects.gate.ts',
        find: 'await findProjectFor(context, permission, data.projectId)',
        replace:
          "{ id: data.projectId, orgId: context.organization.id, name: '', status: 'active' }",
      },
    ],
    killedBy: {
      spec: 'identifiers.spec.ts',
      title:
        "projects.updateProject, projectId: another tenant's id answers as one that names nothing (13, 16)",
    },
    entrance: 'projects.updateProject, projectId as owner',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'documents: asks for the right to read, whatever is done',
    edits: [
      {
        file: 'src/features/documents/documents.gate.ts',
        find: 'await findDocumentFor(context, permission, data.documentId)',
        replace: "await findDocumentFor(context, 'content:read', data.documentId)",
      },
    ],
    killedBy: inAndOnly('documents.publishDocument'),
    entrance: 'documents.publishDocument as viewer',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'roles: asks for the right to see them, whatever is done',
    edits: [
      {
        file: 'src/features/roles/roles.gate.ts',
        find: 'await findRoleFor(context, permission, data.roleId)',
        replace: "await findRoleFor(context, 'org:roles:read', data.roleId)",
      },
    ],
    killedBy: inAndOnly('roles.updateRole'),
    entrance: 'roles.updateRole as editor',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'members: roles are replaced whatever they were seen to be',
    edits: [
      {
        file: 'src/features/members/member-roles.server.ts',
        find: 'if (!isAsSeen) {',
        replace: 'if (!isAsSeen && seen.length > 100) {',
      },
    ],
    killedBy: {
      spec: 'principals.spec.ts',
      title: 'members.changeMemberRoles: made from other roles than they hold',
    },
    entrance: 'members.changeMemberRoles as owner',
    layer: 'the rules of the feature',
    observed: '200 ok',
  },
  {
    name: 'roles: adding to one takes no plan',
    edits: [
      {
        file: 'src/features/roles/role-changes.server.ts',
        find: 'if (permissionsBeyond(new Set(role.permissions), permissions).length === 0) return',
        replace: 'if (permissions.length > 0) return',
      },
    ],
    killedBy: {
      spec: 'principals.spec.ts',
      title: 'roles.updateRole: to more, in a plan without roles of one’s own (28)',
    },
    entrance: 'roles.updateRole as fullOwner',
    layer: 'the feature gate',
    observed: '200 ok',
  },
  {
    name: 'members: asks for the right to see them, whatever is done',
    edits: [
      {
        file: 'src/features/members/members.gate.ts',
        find: 'await findMemberFor(context, permission, data.memberId)',
        replace: "await findMemberFor(context, 'users:read', data.memberId)",
      },
    ],
    killedBy: inAndOnly('members.updateMemberProfile'),
    entrance: 'members.updateMemberProfile as editor',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'members: somebody who holds more can be acted on',
    edits: [
      {
        file: 'src/features/members/members.server.ts',
        find: 'return permissionsBeyond(allPermissionsOf(access), member.permissions).length > 0',
        replace: 'return false',
      },
    ],
    killedBy: {
      spec: 'principals.spec.ts',
      title: 'members.removeMember: somebody who holds more than the caller',
    },
    entrance: 'members.removeMember as admin',
    layer: 'the resource gate',
    // What still refuses is the rule that an owner remains; with two owners, nothing would.
    observed: '409 conflict',
  },
  {
    name: 'ownership: an offer is whoever’s knows its id',
    edits: [
      {
        file: 'src/features/ownership/offers.server.ts',
        find: 'if (offer?.id !== offerId || offer.recipient.id !== ctx.access.membershipId) throw notFound()',
        replace: 'if (offer?.id !== offerId) throw notFound()',
      },
    ],
    killedBy: inAndOnly('ownership.declineOwnership'),
    entrance: 'ownership.declineOwnership as owner',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'ownership: asks for the right to read, whatever is done',
    edits: [
      {
        file: 'src/features/ownership/ownership.gate.ts',
        find: 'await findOfferFor(context, permission, data.offerId)',
        replace: "await findOfferFor(context, 'content:read', data.offerId)",
      },
    ],
    killedBy: inAndOnly('ownership.withdrawOffer'),
    entrance: 'ownership.withdrawOffer as admin',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'invitations: asks for the right to read documents, whatever is done',
    edits: [
      {
        file: 'src/features/invitations/invitations.gate.ts',
        find: 'await findInvitationFor(context, permission, data.invitationId)',
        replace: "await findInvitationFor(context, 'content:read', data.invitationId)",
      },
    ],
    killedBy: inAndOnly('invitations.revokeInvitation'),
    entrance: 'invitations.revokeInvitation as editor',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'roles: asks for the right to see them, whatever is done',
    edits: [
      {
        file: 'src/features/roles/roles.gate.ts',
        find: 'await findRoleFor(context, permission, data.roleId)',
        replace: "await findRoleFor(context, 'org:roles:read', data.roleId)",
      },
    ],
    killedBy: inAndOnly('roles.setDefaultRole'),
    entrance: 'roles.setDefaultRole as editor',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'a new function, served and not listed',
    edits: [
      {
        file: 'src/features/demo/components/persona-list.tsx',
        find: "import { signInAs } from '../demo.functions'",
        replace: `import { signInAs } from '../demo.functions'
export { peek } from '../peek.functions'`,
      },
    ],
    additions: [
      {
        file: 'src/features/demo/peek.functions.ts',
        text: `import { createServerFn } from '@tanstack/react-start'
import { publicAccess } from '~/middleware/public'

export const peek = createServerFn({ method: 'GET' })
  .middleware([publicAccess('nobody has thought about it')])
  .handler(() => 'everything')
`,
      },
    ],
    killedBy: { spec: 'coverage.spec.ts', title: 'demo.peek: the build serves it as its row says' },
    entrance: 'demo.peek (src/features/demo/peek.functions.ts) is served',
    layer: 'has no row in e2e/direct-post/expectations',
    observed: 'Received: undefined',
  },
]
