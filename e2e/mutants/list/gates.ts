/** The gates of the organization, in the order in which a request meets them. */
import type { Mutant } from '../mutant.ts'

const inAndOnly = (id: string) => ({
  spec: 'principals.spec.ts',
  title: `${id}: only who may gets in, and only then does anything change (1, 3, 5)`,
})

export const gates: readonly Mutant[] = [
  {
    name: 'billing: anybody handles the bill',
    edits: [
      {
        file: 'src/middleware/billing.ts',
        find: 'if (!hasBillingAccess(context.access, permission)) throw forbidden(permission)',
        replace: '',
      },
      {
        file: 'src/middleware/billing.ts',
        find: "import { type BillingPermission, forbidden, hasBillingAccess } from '~/authz'",
        replace: "import type { BillingPermission } from '~/authz'",
      },
    ],
    killedBy: inAndOnly('billing.changePlan'),
    entrance: 'billing.changePlan as editor',
    layer: 'the permission gate',
    observed: '200 ok',
  },
  {
    name: 'tenant: a suspended membership will do',
    edits: [
      {
        file: 'src/middleware/tenant.ts',
        find: " || access.status !== 'active'",
        replace: '',
      },
    ],
    killedBy: inAndOnly('documents.listDocuments'),
    entrance: 'documents.listDocuments as suspended',
    layer: 'the membership gate',
    observed: '200 ok',
  },
  {
    name: "tenant: a form acts on another organization than its page's",
    edits: [
      {
        file: 'src/middleware/tenant.ts',
        find: 'if (asserted !== null && asserted !== active) throw organizationChanged()',
        replace: '',
      },
    ],
    killedBy: {
      spec: 'organization.spec.ts',
      title:
        'documents.updateDocument: sent from a page of another organization, it is refused (20)',
    },
    entrance: 'documents.updateDocument',
    layer: 'the tenant gate',
    observed: '200 ok',
  },
  {
    name: "tenant: works in the first of a person's organizations",
    edits: [
      {
        file: 'src/middleware/tenant.ts',
        find: 'const { organization, access } = requireActive(context.session)',
        replace: `const { organization: active, access } = requireActive(context.session)
    const [first] = await organizationsOf(context.principal.userId)
    const organization = { ...active, id: first?.org_id ?? active.id }`,
      },
      {
        file: 'src/middleware/tenant.ts',
        find: "import { authMiddleware } from './session'",
        replace: `import { authMiddleware } from './session'
import { organizationsOf } from '~/db/identity-door'`,
      },
    ],
    killedBy: {
      spec: 'two-organizations.spec.ts',
      title:
        'documents.listDocuments: a member of two organizations, working in Tidewater, where they are an admin (5)',
    },
    entrance: 'documents.listDocuments as consultant in Tidewater',
    layer: 'the tenant gate',
    observed: '01900000-0000-7000-8000-00000002000',
  },
  {
    name: 'membership: nothing is held until the commit',
    edits: [
      {
        file: 'src/middleware/membership.ts',
        find: "if (context.mode === 'write') {",
        replace: 'if (false) {',
      },
    ],
    killedBy: {
      spec: 'organization.spec.ts',
      title: 'documents.updateDocument: a right withdrawn while the call waits is gone (24)',
    },
    entrance: 'documents.updateDocument as owner, suspended meanwhile',
    layer: 'the membership gate',
    observed: '200 ok',
  },
  {
    name: 'membership: a suspension meanwhile is not seen',
    edits: [
      {
        file: 'src/middleware/membership.ts',
        find: "if (now === undefined || now.status !== 'active') throw noMembership()",
        replace: '',
      },
    ],
    killedBy: {
      spec: 'organization.spec.ts',
      title: 'documents.updateDocument: a right withdrawn while the call waits is gone (24)',
    },
    entrance: 'documents.updateDocument as owner, suspended meanwhile',
    layer: 'the membership gate',
    // The version under the same lock still refuses, as if it were only a change of rights.
    observed: '409 conflict',
  },
  {
    name: 'permission: a missing permission is not missed',
    edits: [
      {
        file: 'src/middleware/permission.ts',
        find: 'if (missing !== undefined) throw forbidden(missing)',
        replace: '',
      },
    ],
    killedBy: inAndOnly('projects.listProjects'),
    entrance: 'projects.listProjects as billing',
    layer: 'the permission gate',
    observed: '200 ok',
  },
  {
    name: 'permission: of several, only the first is asked for',
    edits: [
      {
        file: 'src/middleware/permission.ts',
        find: 'permissions.find((asked) => !canAccess(access, asked))',
        replace: 'permissions.slice(0, 1).find((asked) => !canAccess(access, asked))',
      },
    ],
    killedBy: {
      spec: 'several-permissions.spec.ts',
      title: '/api/audit-export: who holds all of its permissions but one (5)',
    },
    entrance: '/api/audit-export as admin without audit:export',
    layer: 'the permission gate',
    observed: '200 ok',
  },
  {
    name: 'resource: 403 tells that the thing exists',
    edits: [
      {
        file: 'src/middleware/resource.ts',
        find: '|| !canAccess(access, readPermission, describe(row))) throw',
        replace: ') throw',
      },
    ],
    killedBy: inAndOnly('documents.deleteDocument'),
    entrance: 'documents.deleteDocument as billing',
    layer: 'the resource gate',
    observed: '403 forbidden',
  },
  {
    name: 'resource: who may see it may do anything to it',
    edits: [
      {
        file: 'src/middleware/resource.ts',
        find: 'if (!canAccess(access, permission, describe(row))) throw forbidden(permission)',
        replace: '',
      },
    ],
    killedBy: inAndOnly('documents.deleteDocument'),
    entrance: 'documents.deleteDocument as editor',
    layer: 'the resource gate',
    observed: '200 ok',
  },
  {
    name: 'feature: every plan includes everything',
    edits: [
      {
        file: 'src/middleware/feature.ts',
        find: '!planIncludes(plan, feature)',
        replace: 'false',
      },
    ],
    killedBy: {
      spec: 'routes.spec.ts',
      title: '/api/audit-export: only who may gets in (1, 3, 5)',
    },
    entrance: '/api/audit-export as otherAdmin',
    layer: 'the feature gate',
    observed: '200 ok',
  },
  {
    name: 'quota: a few more than the plan allows',
    edits: [
      {
        file: 'src/middleware/quota.ts',
        find: 'if (now + more > limit)',
        replace: 'if (now > limit + more)',
      },
    ],
    killedBy: {
      spec: 'principals.spec.ts',
      title: 'projects.createProject: beyond what the plan allows',
    },
    entrance: 'projects.createProject as fullOwner',
    layer: 'the quota gate',
    observed: '200 ok',
  },
  {
    name: 'within-plan: what a smaller plan left over can be changed',
    edits: [
      {
        file: 'src/middleware/within-plan.ts',
        find: "if (mode === 'write' && !permission.endsWith(':delete')) {",
        replace: "if (mode === 'write' && permission === 'org:delete') {",
      },
    ],
    killedBy: {
      spec: 'principals.spec.ts',
      title: 'projects.updateProject: beyond what the plan covers (28)',
    },
    entrance: 'projects.updateProject as fullOwner',
    layer: 'the quota gate',
    observed: '200 ok',
  },
  {
    name: 'input: keys that nobody asked for pass',
    edits: [
      {
        file: 'src/middleware/input.ts',
        find: 'throw invalidInput(',
        replace: `if (result.error.issues.every(({ code }) => code === 'unrecognized_keys')) return data
    throw invalidInput(`,
      },
    ],
    killedBy: {
      spec: 'forged-input.spec.ts',
      title: 'documents.createDocument: keys that nobody asked for are refused (15)',
    },
    entrance: 'documents.createDocument as owner with orgId',
    layer: 'the input validator',
    observed: '200 ok',
  },
  {
    name: 'input: an id that is none is bad input',
    edits: [
      {
        file: 'src/middleware/input.ts',
        find: 'if (!schema.safeParse(data).success) throw notFound()',
        replace: 'if (!schema.safeParse(data).success) throw invalidInput([])',
      },
    ],
    killedBy: {
      spec: 'identifiers.spec.ts',
      title:
        'documents.updateDocument, documentId: what is no id answers as one that names nothing (13)',
    },
    entrance: 'documents.updateDocument, documentId as owner',
    layer: 'the resource gate',
    observed: '400 invalid_input',
  },
]
