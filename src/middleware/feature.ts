/**
 * Gate: the organization's plan includes a feature. A question apart from permissions, asked after
 * them: refuses 402 `feature_not_in_plan` with the plan that would allow it. An unknown plan
 * includes nothing.
 */
import { createMiddleware } from '@tanstack/react-start'
import { type Feature, featureNotInPlan, planIncludes, planWithFeature } from '~/authz'
import { orgMiddleware } from './membership'

export function requireFeature(feature: Feature) {
  return createMiddleware()
    .middleware([orgMiddleware])
    .server(({ next, context }) => {
      if (!planIncludes(context.organization.plan, feature)) {
        throw featureNotInPlan(feature, planWithFeature(feature) ?? '')
      }
      return next()
    })
}
