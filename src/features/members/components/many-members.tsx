/** Changes the roles of all who are chosen in the list: shown before it is done, and done to all or none. */
import { useState } from 'react'
import { Impact } from '~/features/access/impact'
import { useAction } from '~/features/access/use-action'
import { useAnswer } from '~/features/access/use-answer'
import { Button } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { RadioGroup } from '~/ui/radio-group'
import { Panel, Section } from '~/ui/section'
import { changeRolesOfMany, previewRolesOfMany } from '../members.functions'
import type { MemberRow, Role } from './member-types'
import { holdsRole, RoleChoice } from './role-choice'

interface ManyMembersProps {
  readonly members: readonly MemberRow[]
  readonly roles: readonly Role[]
  readonly onDone: () => void
}

const CHANGES = [
  { value: 'add', label: 'Add these roles' },
  { value: 'remove', label: 'Take these roles' },
  { value: 'set', label: 'Replace all roles by these' },
] as const

export function ManyMembers({ members, roles, onDone }: ManyMembersProps) {
  const [change, setChange] = useState<(typeof CHANGES)[number]['value']>('add')
  const preview = useAnswer(previewRolesOfMany)
  const count = members.length === 1 ? '1 member' : `${members.length} members`
  const { run, pending, errors } = useAction(changeRolesOfMany, {
    done: `Roles of ${count} changed`,
    onDone,
  })
  const inputOf = (values: FormData) => ({
    data: {
      memberIds: members.map(({ id }) => id),
      change,
      roleIds: values.getAll('role').map(String),
    },
  })
  return (
    <Section title={`${count} chosen`} description={members.map(({ name }) => name).join(', ')}>
      <Panel>
        <Form
          fn="members.changeRolesOfMany"
          label="Roles of those who are chosen"
          pending={pending}
          errors={errors}
          onSubmit={(values) => run(inputOf(values))}
        >
          <RadioGroup
            label="Change"
            value={change}
            options={CHANGES}
            onChange={(value) => {
              const wanted = CHANGES.find((one) => one.value === value)
              if (wanted !== undefined) setChange(wanted.value)
              preview.forget()
            }}
          />
          <fieldset className="grid gap-x-6 sm:grid-cols-2" onChange={preview.forget}>
            <legend className="sr-only">Roles</legend>
            {roles.map((role) => (
              <RoleChoice
                key={role.id}
                role={role}
                isKept={
                  change === 'remove' || members.every((member) => holdsRole(member, role.id))
                }
              />
            ))}
          </fieldset>
          {preview.answer !== undefined && (
            <>
              {preview.answer.refusals.length > 0 && (
                <Notice live tone="refused" title="Not possible for all of them">
                  <ul>
                    {preview.answer.refusals.map(({ memberId, name, why }) => (
                      <li key={memberId}>
                        <span className="font-medium text-ink">{name}</span>: {why}
                      </li>
                    ))}
                  </ul>
                </Notice>
              )}
              <Impact {...preview.answer} />
            </>
          )}
          <div className="flex flex-wrap gap-3">
            <Button
              type="button"
              fn="members.previewRolesOfMany"
              pending={preview.pending}
              onClick={({ currentTarget: { form } }) => {
                if (form !== null) void preview.ask(inputOf(new FormData(form)))
              }}
            >
              Show what changes
            </Button>
            <SubmitButton>Change roles</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
