/**
 * What is said where the plan says no: in amber and in words, for it is for sale, neither broken nor
 * refused. The way to a larger plan for who may take it; for everybody else, whom to ask.
 */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  type KeptQuota,
  type PlanKey,
  planLimit,
  PLANS,
  planWithFeature,
  planWithRoom,
} from '~/authz'
import { buttonClass } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { oneOf } from '~/ui/written'
import { nameOf, planName, type Wanted, type WantedFeature } from './plan'

/** Why there is a prompt. */
export type Reason =
  | {
      readonly said: 'full'
      readonly wanted: Exclude<Wanted, 'audit-export'>
      /** The smallest plan with room; null where none has. */
      readonly plan: PlanKey | null
    }
  | { readonly said: 'left out'; readonly wanted: WantedFeature; readonly text: ReactNode }
  | { readonly said: 'read-only'; readonly wanted: KeptQuota; readonly text: string }
  | { readonly said: 'left over'; readonly wanted: KeptQuota; readonly text: string }

interface PlanPromptProps {
  readonly reason: Reason
  readonly current: string
  readonly mayChange: boolean
  /** Who may, by name. */
  readonly changers: readonly string[]
}

export function PlanPrompt({ reason, current, mayChange, changers }: PlanPromptProps) {
  const { title, text, plan } = wordsFor(current, reason)
  return (
    <div className="mb-8">
      <Notice
        tone="limited"
        title={title}
        action={
          plan !== null &&
          mayChange && (
            <Link
              to="/billing"
              search={{ plan, for: reason.wanted }}
              className={buttonClass('secondary', 'small')}
            >
              Upgrade to {PLANS[plan].name}
            </Link>
          )
        }
      >
        {text} {plan !== null && !mayChange && whomToAsk(PLANS[plan].name, changers)}
      </Notice>
    </div>
  )
}

interface Words {
  readonly title: string
  readonly text: ReactNode
  /** What would help; null where nothing would. */
  readonly plan: PlanKey | null
}

function wordsFor(current: string, reason: Reason): Words {
  const [name, wanted] = [planName(current), nameOf(reason.wanted)]
  if (reason.said === 'left out') {
    return {
      title: `${name} does not include ${wanted}`,
      text: reason.text,
      plan: planWithFeature(reason.wanted) ?? null,
    }
  }
  const limit = planLimit(current, reason.wanted) ?? 0
  if (reason.said === 'full') {
    return {
      title: `${name} has no room for more ${wanted}`,
      text: `It includes ${limit}, and they are used up. What is there stays.`,
      plan: reason.plan,
    }
  }
  const covered = limit === 0 ? 'no' : `the ${limit} oldest`
  const covers = `${name} covers ${covered} ${wanted}.`
  const plan = planWithRoom(reason.wanted, limit) ?? null
  if (reason.said === 'left over') {
    return { title: 'Not in your plan', text: `${covers} ${reason.text}`, plan }
  }
  return {
    title: 'Read-only: not in your plan',
    text: `${covers} ${reason.text} stays as it is, and can be read and deleted.`,
    plan,
  }
}

function whomToAsk(plan: string, changers: readonly string[]): string {
  return changers.length === 0
    ? `${plan} has it.`
    : `${plan} has it: ask ${oneOf(changers)}, who can change the plan.`
}
