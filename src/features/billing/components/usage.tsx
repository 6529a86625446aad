import { Meter } from '~/ui/meter'
import { Panel, Section } from '~/ui/section'
import type { getBilling } from '../billing.functions'

type UsageRows = Awaited<ReturnType<typeof getBilling>>['usage']

const WORDS: Readonly<Record<string, string>> = { members: 'Members', projects: 'Projects' }

export function Usage({ usage }: { readonly usage: UsageRows }) {
  return (
    <Section title="Used">
      <Panel>
        <div className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
          {usage.map(({ quota, used, limit }) => (
            <Meter key={quota} label={WORDS[quota] ?? quota} used={used} limit={limit} />
          ))}
        </div>
      </Panel>
    </Section>
  )
}
