/** Asks the evaluator about oneself, in any organization of one's own. */
import { useState } from 'react'
import { ALL_PERMISSIONS, isPermission } from '~/authz'
import { useAnswer } from '~/features/access/use-answer'
import { useViewer } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { Panel, Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { StatusDot } from '~/ui/status-dot'
import { check, checkAll, checkAny } from '../checks.functions'

const OPTIONS = ALL_PERMISSIONS.map((permission) => ({ value: permission, label: permission }))

export function AskCheck() {
  const { organizations, organization } = useViewer()
  const active = organizations.filter(({ status }) => status === 'active')
  const [organizationId, setOrganization] = useState(organization?.id ?? '')
  const [first, setFirst] = useState<string>('content:publish')
  const [second, setSecond] = useState<string>('billing:write')
  const one = useAnswer(check)
  const any = useAnswer(checkAny)
  const all = useAnswer(checkAll)
  const asked = [one, any, all]
  const permissions = [first, second].filter(isPermission)
  const set = (change: (value: string) => void) => (value: string) => {
    change(value)
    for (const { forget } of asked) forget()
  }
  return (
    <Section
      title="May I?"
      description="Asks the evaluator about you, in any organization that you belong to."
    >
      <Panel>
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            local
            label="In"
            value={organizationId}
            onChange={set(setOrganization)}
            options={active.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select local label="This" value={first} onChange={set(setFirst)} options={OPTIONS} />
          <Select
            local
            label="And this"
            value={second}
            onChange={set(setSecond)}
            options={OPTIONS}
          />
        </div>
        <div className="mt-4 flex flex-col gap-3">
          <Ask
            label="May I do the first?"
            yes={`Allowed: granted by ${one.answer?.through.join(', ') ?? ''}`}
            no={`Refused: no role of yours there grants ${first}. ${whoCould(one.answer?.granters)}`}
            fn="checks.check"
            asking={one}
            ask={() => {
              if (isPermission(first)) void one.ask({ data: { organizationId, permission: first } })
            }}
          />
          <Ask
            label="At least one?"
            yes="Allowed: your roles there grant at least one of the two"
            no="Refused: your roles there grant neither"
            fn="checks.checkAny"
            asking={any}
            ask={() => void any.ask({ data: { organizationId, permissions } })}
          />
          <Ask
            label="Both?"
            yes="Allowed: your roles there grant both"
            no="Refused: your roles there do not grant both"
            fn="checks.checkAll"
            asking={all}
            ask={() => void all.ask({ data: { organizationId, permissions } })}
          />
        </div>
      </Panel>
    </Section>
  )
}

function Ask({ label, yes, no, fn, asking, ask }: AskProps) {
  const { answer } = asking
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button type="button" size="small" fn={fn} pending={asking.pending} onClick={ask}>
        {label}
      </Button>
      <output className="text-sm">
        {answer !== undefined && (
          <StatusDot tone={answer.allowed ? 'allowed' : 'refused'}>
            {answer.allowed ? yes : no}
          </StatusDot>
        )}
      </output>
    </div>
  )
}

function whoCould(granters: readonly { readonly name: string }[] = []): string {
  if (granters.length === 0) return 'Nobody there can give it at the moment.'
  return `Who can give it: ${granters.map(({ name }) => name).join(', ')}.`
}

interface AskProps {
  readonly label: string
  /** The answers, with why. Asked of no row, it is roles alone that grant anything. */
  readonly yes: string
  readonly no: string
  readonly fn: string
  readonly asking: {
    readonly pending: boolean
    readonly answer: { readonly allowed: boolean } | undefined
  }
  readonly ask: () => void
}
