/** Ending one's own membership in the organization that one works in. */
import { useState } from 'react'
import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { useViewer } from '~/features/access/use-permission'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Panel, Section } from '~/ui/section'
import { leaveOrganization } from '../members.functions'
import { DocumentsChoice, documentsChosen, keptUnder } from './documents-choice'

export function LeaveOrganization() {
  const { organization, userId, name: myName } = useViewer()
  const {
    run,
    pending,
    errors: refused,
  } = useAction(leaveOrganization, {
    leave: () => leaveFor('/welcome'),
  })
  const [errors, setErrors] = useState({})
  const [isMissing, setMissing] = useState(false)
  if (organization === null) return null
  const { name } = organization
  return (
    <Section title={`Leave ${name}`}>
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-sm text-ink-soft">
            You lose your access at once. The last owner cannot leave.
          </p>
          <ConfirmDialog
            label="Leave"
            title={`Leave ${name}?`}
            description="You lose your access at once, and only somebody else can give it back."
            confirmLabel="Leave the organization"
            typed={name}
            fn="members.leaveOrganization"
            pending={pending}
            errors={{ ...refused, ...errors }}
            onConfirm={async (typed, values) => {
              const documentsTo = documentsChosen(values)
              const isNamed = typed.trim() === name
              setErrors(isNamed ? {} : { confirmName: `Type ${name} as it is written above.` })
              setMissing(documentsTo === undefined)
              return isNamed && documentsTo !== undefined && run({ data: { documentsTo } })
            }}
          >
            <DocumentsChoice
              userId={userId}
              otherwise={keptUnder(myName)}
              mayGive
              isMissing={isMissing}
            />
          </ConfirmDialog>
        </div>
      </Panel>
    </Section>
  )
}
