/** Which roles a member holds. A role that grants more than the viewer holds can't be given. */
import { Impact } from '~/features/access/impact'
import { useAction } from '~/features/access/use-action'
import { useAnswer } from '~/features/access/use-answer'
import { useViewer } from '~/features/access/use-permission'
import { previewAssignments } from '~/features/assignments/assignments.functions'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/checkbox'
import { Form, SubmitButton } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Panel, Section } from '~/ui/section'
import { changeMemberRoles } from '../members.functions'
import type { Member, Role } from './member-types'
import { holdsRole, RoleChoice } from './role-choice'

interface RolesFormProps {
  readonly member: Member
  readonly roles: readonly Role[]
}

export function RolesForm({ member, roles }: RolesFormProps) {
  const isMe = useViewer().userId === member.userId
  const { run, pending, errors } = useAction(changeMemberRoles, {
    done: `Roles of ${member.name} saved`,
  })
  const preview = useAnswer(previewAssignments)
  const previewOf = (form: HTMLFormElement | null) => {
    if (form === null) return undefined
    const roleIds = new FormData(form).getAll('role').map(String)
    return preview.ask({ data: { memberId: member.id, roleIds } })
  }
  return (
    <Section title="Roles" description={`What ${member.name} may do is all that these grant.`}>
      <Panel>
        <Form
          fn="members.changeMemberRoles"
          label={`Roles of ${member.name}`}
          pending={pending}
          errors={errors}
          onSubmit={(values) =>
            run({
              data: {
                memberId: member.id,
                roleIds: values.getAll('role').map(String),
                evenThoughItIsMe: isMe && values.has('meant'),
              },
            })
          }
        >
          <fieldset className="divide-y divide-line">
            <legend className="sr-only">Roles of {member.name}</legend>
            {roles.map((role) => {
              const isHeld = holdsRole(member, role.id)
              return (
                <RoleChoice key={role.id} role={role} isKept={isHeld} defaultChecked={isHeld} />
              )
            })}
          </fieldset>
          {preview.answer !== undefined && (
            <>
              <Impact {...preview.answer} />
              {preview.answer.leavesNoOwner && (
                <Notice tone="refused" title="No owner would be left">
                  An organization keeps at least one active owner.
                </Notice>
              )}
            </>
          )}
          {isMe && (
            <Notice tone="limited" title="This is you">
              <Checkbox name="meant" label="I mean to change my own access" />
            </Notice>
          )}
          <div className="flex flex-wrap gap-3">
            <Button
              type="button"
              fn="assignments.previewAssignments"
              pending={preview.pending}
              onClick={(event) => void previewOf(event.currentTarget.form)}
            >
              Show what changes
            </Button>
            <SubmitButton>Save roles</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
