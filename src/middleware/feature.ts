/**
 * Gate: the organization's plan includes a feature. A question apart from permissions, asked after
 * them: refuses 402 `feature_not_in_plan` with the plan that would allow it. An unknown plan
 * includes nothing.
 */
import { createMiddleware, createServerOnlyFn } from '@tanstack/react-start'
import { type Feature, featureNotInPlan, planIncludes, planWithFeature } from '~/authz'
import type { TenantContext } from './context'
import { orgMiddleware } from './membership'

export function requireFeature(feature: Feature) {
  return createMiddleware()
    .middleware([orgMiddleware])
    .server(({ next, context }) => {
      assertFeature(context.organization, feature)
      return next()
    })
}

/**
 * The same inside a handler: where only the handler knows whether what is done takes the feature.
 *
 * @throws AppError `feature_not_in_plan` with the plan that would allow it
 */
export const assertFeature = createServerOnlyFn(
  ({ plan }: Pick<TenantContext['organization'], 'plan'>, feature: Feature): void => {
    if (!planIncludes(plan, feature)) {
      throw featureNotInPlan(feature, planWithFeature(feature) ?? '')
    }
  },
)
