/** Changing the plan: what comes, what goes and what becomes read-only is said before. */
import { useQuery } from '@tanstack/react-query'
import { FEATURES, type PlanKey, PLANS, QUOTAS } from '~/authz'
import { useAction } from '~/features/access/use-action'
import { wordsFor } from '~/features/access/refusals'
import { Button, type ButtonLook } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Icon, type IconName } from '~/ui/icons'
import { showToast } from '~/ui/toast'
import { euros } from '~/ui/written'
import { changePlan, type previewPlan } from '../billing.functions'
import { previewQuery } from '../billing.queries'

interface ChangePlanProps {
  readonly plan: PlanKey
  readonly look: ButtonLook
}

// The default is what `lazy` takes.
export default function ChangePlan({ plan, look }: ChangePlanProps) {
  const { name } = PLANS[plan]
  const { run, pending } = useAction(changePlan, {
    onDone: ({ isPending }) =>
      showToast({ title: isPending ? `Waiting for the payment of ${name}` : `Changed to ${name}` }),
  })
  // Read by what the dialog shows: nobody agrees to what they were not told.
  const { data: effect } = useQuery({ ...previewQuery(plan), enabled: false })
  return (
    <ConfirmDialog
      label={`Change to ${name}`}
      look={look}
      title={`Change to ${name}?`}
      description={<Preview plan={plan} />}
      confirmLabel={`Change to ${name}`}
      confirmLook="primary"
      fn="billing.changePlan"
      pending={pending}
      ready={effect !== undefined}
      onConfirm={() => run({ data: { plan } })}
    />
  )
}

/** Read when the dialog is opened. */
function Preview({ plan }: { readonly plan: PlanKey }) {
  const { name, price } = PLANS[plan]
  const { data: effect, error, refetch } = useQuery(previewQuery(plan))
  return (
    <>
      <p>
        {name} costs {euros(price * 100)} a month. It holds at once, and nothing is deleted.
      </p>
      <div aria-live="polite" className="mt-3 min-h-16">
        {effect !== undefined ? (
          <ul className="space-y-1.5">
            {linesOf(effect).map((line) => (
              <EffectLine key={line.text} {...line} />
            ))}
          </ul>
        ) : error === null ? (
          <p>Looking at what would change…</p>
        ) : (
          <>
            <p className="mb-2 text-refused">
              What would change could not be read. {wordsFor(error).detail}
            </p>
            <Button size="small" fn="billing.previewPlan" onClick={() => void refetch()}>
              Try again
            </Button>
          </>
        )}
      </div>
    </>
  )
}

interface Line {
  readonly tone: 'allowed' | 'limited' | 'neutral'
  readonly text: string
}

const LOOKS: Readonly<Record<Line['tone'], { readonly icon: IconName; readonly look: string }>> = {
  allowed: { icon: 'check', look: 'text-allowed' },
  limited: { icon: 'warning', look: 'text-limited' },
  neutral: { icon: 'info', look: 'text-ink-faint' },
}

function EffectLine({ tone, text }: Line) {
  const { icon, look } = LOOKS[tone]
  return (
    <li className="flex items-start gap-2">
      <Icon name={icon} className={`mt-0.75 size-4 ${look}`} />
      <span>{text}</span>
    </li>
  )
}

type Effect = Awaited<ReturnType<typeof previewPlan>>

function linesOf({ gained, lost, quotas, readOnly }: Effect): readonly Line[] {
  const lines: Line[] = [
    ...gained.map((one): Line => ({ tone: 'allowed', text: `Comes: ${FEATURES[one].name}` })),
    ...lost.map((one): Line => ({ tone: 'limited', text: `Goes: ${FEATURES[one].name}` })),
    ...quotas.flatMap((one) => quotaLine(one, readOnly)),
  ]
  return lines.length > 0 ? lines : [{ tone: 'neutral', text: 'Nothing that is in use changes.' }]
}

type Quota = Effect['quotas'][number]

function quotaLine(
  { quota, used, after, overBefore, overAfter }: Quota,
  readOnly: Effect['readOnly'],
): readonly Line[] {
  const { name } = QUOTAS[quota]
  if (overAfter === 0) {
    return overBefore === 0 ? [] : [{ tone: 'allowed', text: `All ${used} ${name} are covered` }]
  }
  const covered = `${used} of ${after ?? used} ${name}`
  if (quota === 'members') {
    return [{ tone: 'limited', text: `${covered}: everybody stays, and nobody can be added` }]
  }
  if (quota === 'documents') {
    return [{ tone: 'limited', text: `${covered}: none can be made until the month ends` }]
  }
  const names = readOnly[quota]
  const more = overAfter - names.length
  const listed = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const share = `${overAfter} of ${used} ${name}`
  const text = names.length === 0 ? `Read-only: ${share}` : `Read-only: ${listed} (${share})`
  return [{ tone: 'limited', text }]
}
