/**
 * The plans beside each other, and changing to another. What a plan leaves out is said in amber, with
 * the word: it is for sale, not broken and not refused. What the product does not have yet is said to
 * be so, in whichever plan it will be.
 */
import { lazy, Suspense } from 'react'
import {
  FEATURE_KEYS,
  FEATURES,
  MOST_OWN_ROLES,
  type Plan,
  PLAN_KEYS,
  type PlanKey,
  PLANS,
  type Quota,
  QUOTA_KEYS,
  QUOTAS,
} from '~/authz'
import { CanHandleBilling } from '~/features/access/can'
import { Badge } from '~/ui/badge'
import { Card } from '~/ui/card'
import { cx } from '~/ui/cx'
import { Icon } from '~/ui/icons'
import { Section } from '~/ui/section'
import { euros } from '~/ui/written'

// Few who look at the plans change them.
const ChangePlan = lazy(() => import('./change-plan'))

interface PlanCardsProps {
  readonly current: string
  /** The plan that somebody was sent here for. */
  readonly suggested: PlanKey | undefined
}

export function PlanCards({ current, suggested }: PlanCardsProps) {
  return (
    <Section title="Plans">
      <ul className="grid gap-4 md:grid-cols-3">
        {PLAN_KEYS.map((key) => (
          <PlanCard
            key={key}
            plan={key}
            isCurrent={key === current}
            isSuggested={key === suggested}
          />
        ))}
      </ul>
    </Section>
  )
}

interface PlanCardProps {
  readonly plan: PlanKey
  readonly isCurrent: boolean
  readonly isSuggested: boolean
}

function PlanCard({ plan, isCurrent, isSuggested }: PlanCardProps) {
  const { name, price, limits, features }: Plan = PLANS[plan]
  return (
    <li className="grid">
      <Card
        marked={isCurrent || isSuggested}
        title={name}
        description={`${euros(price * 100)} a month`}
        actions={
          isCurrent ? (
            <Badge tone="accent">Your plan</Badge>
          ) : (
            isSuggested && <Badge tone="accent">Suggested</Badge>
          )
        }
      >
        <div className="flex h-full flex-col gap-4">
          <ul className="flex-1 space-y-1.5 text-sm">
            {QUOTA_KEYS.map((quota) => (
              <Line
                key={quota}
                isIn={limits[quota] !== 0}
                isBuilt={QUOTAS[quota].built}
                text={limitWords(quota, limits[quota])}
              />
            ))}
            {FEATURE_KEYS.filter((feature) => !(feature in QUOTAS)).map((feature) => (
              <Line
                key={feature}
                isIn={features.includes(feature)}
                isBuilt={FEATURES[feature].built}
                text={FEATURES[feature].name}
              />
            ))}
          </ul>
          {!isCurrent && (
            <CanHandleBilling>
              <Suspense fallback={<span aria-busy="true" className="min-h-9" />}>
                <ChangePlan plan={plan} look={isSuggested ? 'primary' : 'secondary'} />
              </Suspense>
            </CanHandleBilling>
          )}
        </div>
      </Card>
    </li>
  )
}

function limitWords(quota: Quota, limit: number | null): string {
  const { name } = QUOTAS[quota]
  if (limit === 0) return name.charAt(0).toUpperCase() + name.slice(1)
  if (limit !== null) return `${limit} ${name}`
  return quota === 'custom-roles' ? `${MOST_OWN_ROLES} ${name}` : `Any number of ${name}`
}

interface LineProps {
  readonly isIn: boolean
  readonly isBuilt: boolean
  readonly text: string
}

function Line({ isIn, isBuilt, text }: LineProps) {
  const look = !isBuilt ? 'text-ink-faint' : isIn ? 'text-allowed' : 'text-limited'
  return (
    <li className="flex items-start gap-2">
      <Icon
        name={!isBuilt ? 'clock' : isIn ? 'check' : 'minus'}
        className={cx('mt-0.75 size-4', look)}
      />
      <span className={isIn && isBuilt ? 'text-ink-soft' : look}>
        {text}
        {!isIn && ': not in this plan'}
        {!isBuilt && ' (not available yet)'}
      </span>
    </li>
  )
}
