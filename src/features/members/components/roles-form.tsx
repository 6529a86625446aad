/** Which roles a member holds. A role that grants more than the viewer holds can't be given. */
import { ForeseenWindow } from '~/features/access/foreseen'
import { useForeseen } from '~/features/access/use-foreseen'
import { useViewer } from '~/features/access/use-permission'
import { previewAssignments } from '~/features/assignments/assignments.functions'
import { Form, SubmitButton } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { changeMemberRoles } from '../members.functions'
import type { Member, Role } from './member-types'
import { heldBy, holdsRole, RoleChoice } from './role-choice'

interface RolesFormProps {
  readonly member: Member
  readonly roles: readonly Role[]
}

interface Wanted {
  /** What the boxes began with: what is shown may be newer by the time it is confirmed. */
  readonly madeFrom: string[]
  readonly roleIds: string[]
}

export function RolesForm({ member, roles }: RolesFormProps) {
  const change = useForeseen({
    foresee: ({ roleIds }: Wanted) =>
      previewAssignments({ data: { memberId: member.id, roleIds } }),
    make: (wanted, evenThoughItIsMe) =>
      changeMemberRoles({ data: { memberId: member.id, ...wanted, evenThoughItIsMe } }),
    isAboutMe: useViewer().userId === member.userId,
    done: `Roles of ${member.name} saved`,
  })
  return (
    <Section title="Roles" description={`What ${member.name} may do is all that these grant.`}>
      <Panel>
        <Form
          fn="members.changeMemberRoles"
          label={`Roles of ${member.name}`}
          pending={change.pending}
          errors={change.errors}
          onSubmit={(values) =>
            change.submit({
              madeFrom: heldBy(member),
              roleIds: values.getAll('role').map(String),
            })
          }
        >
          {/* The boxes start anew when the roles have changed, and the button keeps the focus. */}
          <fieldset key={heldBy(member).join()} className="divide-y divide-line">
            <legend className="sr-only">Roles of {member.name}</legend>
            {roles.map((role) => {
              const isHeld = holdsRole(member, role.id)
              return (
                <RoleChoice key={role.id} role={role} isKept={isHeld} defaultChecked={isHeld} />
              )
            })}
          </fieldset>
          <div>
            <SubmitButton>Save roles</SubmitButton>
          </div>
        </Form>
        <ForeseenWindow
          change={change}
          what="The set"
          fn="members.changeMemberRoles"
          title={`Change the roles of ${member.name}?`}
          confirmLabel="Change roles"
        />
      </Panel>
    </Section>
  )
}
