/**
 * The plans beside each other, and changing to another. What the plan in use leaves out is said in
 * amber, with the word: it is for sale, not broken and not refused.
 */
import { type Feature, PLAN_KEYS, type PlanKey, PLANS, type Quota } from '~/authz'
import { CanHandleBilling } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { Badge } from '~/ui/badge'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { cx } from '~/ui/cx'
import { Icon } from '~/ui/icons'
import { Section } from '~/ui/section'
import { changePlan } from '../billing.functions'

const FEATURES: Readonly<Record<Feature, string>> = {
  'audit-export': 'Audit log download',
  'custom-roles': 'Roles of your own',
}
// Object.keys is typed string[]; FEATURES is a literal, so its keys are exactly Feature.
const FEATURE_KEYS = Object.keys(FEATURES) as readonly Feature[]
const QUOTAS: readonly (readonly [Quota, string])[] = [
  ['members', 'members'],
  ['projects', 'projects'],
]

export function PlanCards({ current }: { readonly current: string }) {
  return (
    <Section title="Plans">
      <ul className="grid gap-4 md:grid-cols-3">
        {PLAN_KEYS.map((key) => (
          <PlanCard key={key} plan={key} isCurrent={key === current} />
        ))}
      </ul>
    </Section>
  )
}

function PlanCard({ plan, isCurrent }: { readonly plan: PlanKey; readonly isCurrent: boolean }) {
  const { name, limits, features } = PLANS[plan]
  const included: ReadonlySet<Feature> = new Set(features)
  return (
    <li
      className={cx(
        'flex flex-col gap-4 rounded-lg border bg-surface p-5 shadow-raised',
        isCurrent ? 'border-accent' : 'border-line',
      )}
    >
      <p className="flex min-h-6 items-center justify-between gap-2 text-base font-semibold">
        {name}
        {isCurrent && <Badge tone="accent">Your plan</Badge>}
      </p>
      <ul className="flex-1 space-y-1.5 text-sm">
        {QUOTAS.map(([quota, word]) => (
          <Line key={quota} isIn text={`${limits[quota] ?? 'Any number of'} ${word}`} />
        ))}
        {FEATURE_KEYS.map((feature) => (
          <Line key={feature} isIn={included.has(feature)} text={FEATURES[feature]} />
        ))}
      </ul>
      {!isCurrent && (
        <CanHandleBilling>
          <ChangePlan plan={plan} />
        </CanHandleBilling>
      )}
    </li>
  )
}

function Line({ isIn, text }: { readonly isIn: boolean; readonly text: string }) {
  return (
    <li className="flex items-start gap-2">
      <Icon
        name={isIn ? 'check' : 'minus'}
        className={cx('mt-0.75 size-4', isIn ? 'text-allowed' : 'text-limited')}
      />
      <span className={isIn ? 'text-ink-soft' : 'text-limited'}>
        {text}
        {!isIn && ': not in this plan'}
      </span>
    </li>
  )
}

function ChangePlan({ plan }: { readonly plan: PlanKey }) {
  const { name } = PLANS[plan]
  const { run, pending } = useAction(changePlan, { done: `Changed to ${name}` })
  return (
    <ConfirmDialog
      label={`Change to ${name}`}
      title={`Change to ${name}?`}
      description="It holds at once. What is over a smaller plan’s limits stays, but nothing can be added."
      confirmLabel={`Change to ${name}`}
      confirmLook="primary"
      fn="billing.changePlan"
      pending={pending}
      onConfirm={() => run({ data: { plan } })}
    />
  )
}
