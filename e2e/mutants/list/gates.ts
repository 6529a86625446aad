/** The gates of the organization, in the order in which a request meets them. */
import type { Mutant } from '../mutant.ts'

const inAndOnly = (id: string) => ({
  spec: 'principals.spec.ts',
  title: `${id}: only who may gets in, and only then does anything change (1, 3, 5)`,
})

export const gates: readonly Mutant[] = [
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
    layer: 'the permission gate',
    observed: '200 ok',
  },
  {
    name: 'feature: every plan includes everything',
    edits: [
      {
        file: 'src/middleware/feature.ts',
        find: '!planIncludes(context.organization.plan, feature)',
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
    name: 'quota: one more than the plan allows',
    edits: [{ file: 'src/middleware/quota.ts', find: 'used >= limit', replace: 'used > limit' }],
    killedBy: {
      spec: 'principals.spec.ts',
      title: 'projects.createProject: beyond what the plan allows',
    },
    entrance: 'projects.createProject as fullOwner',
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
]
