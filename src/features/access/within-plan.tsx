/**
 * What the plan allows, for screens: controls where it does, and where it doesn't the way to a plan
 * that does.
 */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  type CountedQuota,
  hasBillingAccess,
  type KeptQuota,
  planHasLimits,
  planIncludes,
} from '~/authz'
import { StatusDot } from '~/ui/status-dot'
import type { WantedFeature } from './plan'
import { PlanPrompt, type Reason } from './plan-prompt'
import { asksForRoom, roomQuery } from './room.queries'
import { useAccess, useViewer } from './use-permission'

function usePlan(): string {
  return useViewer().organization?.plan ?? ''
}

function useRoom() {
  return useQuery({ ...roomQuery, enabled: asksForRoom(useViewer()) }).data
}

/** The limit that is reached, with the plan that has room; undefined where there is room. */
function useFull(quota: CountedQuota) {
  return useRoom()?.full.find((one) => one.quota === quota)
}

/** @returns whether the plan is known to have room for one more, for what is offered far from its page */
export function useHasRoom(): (quota: CountedQuota) => boolean {
  const isUnlimited = !planHasLimits(usePlan())
  const room = useRoom()
  return (quota) =>
    isUnlimited || (room !== undefined && room.full.every((one) => one.quota !== quota))
}

function Prompt({ reason }: { readonly reason: Reason }) {
  return (
    <PlanPrompt
      reason={reason}
      current={usePlan()}
      mayChange={hasBillingAccess(useAccess(), 'billing:write')}
      changers={useRoom()?.changers ?? []}
    />
  )
}

interface WithinQuotaProps {
  readonly quota: CountedQuota
  readonly children: ReactNode
  /** What stands there once there is none. */
  readonly otherwise?: ReactNode
}

/** Shows its children while there is room for one more. */
export function WithinQuota({ quota, children, otherwise = null }: WithinQuotaProps) {
  return useFull(quota) === undefined ? children : otherwise
}

/** Says that the limit is reached, and what would help; nothing while there is room. */
export function QuotaPrompt({ quota }: { readonly quota: CountedQuota }) {
  const full = useFull(quota)
  return full === undefined ? null : (
    <Prompt reason={{ said: 'full', wanted: quota, plan: full.plan }} />
  )
}

interface WithinFeatureProps {
  readonly feature: WantedFeature
  readonly children: ReactNode
}

/** Shows its children where the plan includes the feature. */
export function WithinFeature({ feature, children }: WithinFeatureProps) {
  return planIncludes(usePlan(), feature) ? children : null
}

/** Says that the plan leaves a feature out, and what would help; nothing where it includes it. */
export function FeaturePrompt({ feature, children }: WithinFeatureProps) {
  if (planIncludes(usePlan(), feature)) return null
  return <Prompt reason={{ said: 'left out', wanted: feature, text: children }} />
}

interface BeyondPlanProps {
  readonly quota: KeptQuota
  /** What is read-only, to begin a sentence with: `This project, with what is in it,`. */
  readonly what: string
}

/** Said of what a smaller plan left over: it can be read and deleted, and not changed. */
export function BeyondPlan({ quota, what }: BeyondPlanProps) {
  return <Prompt reason={{ said: 'read-only', wanted: quota, text: what }} />
}

interface RoleBeyondPlanProps {
  readonly children: string
}

/** Said of a role that a smaller plan left over: rights can be taken from it, and none added. */
export function RoleBeyondPlan({ children }: RoleBeyondPlanProps) {
  return <Prompt reason={{ said: 'left over', wanted: 'custom-roles', text: children }} />
}

interface BeyondPlanMarkProps {
  readonly children?: string
}

/** The same in a list: a word and a colour. */
export function BeyondPlanMark({ children = 'Read-only: not in plan' }: BeyondPlanMarkProps) {
  return <StatusDot tone="limited">{children}</StatusDot>
}
