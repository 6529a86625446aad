/** One member: who they are, and what this person may change about them. */
import { Link } from '@tanstack/react-router'
import { type Permission, permissionsBeyond } from '~/authz'
import { useAccess, usePermission, useViewer } from '~/features/access/use-permission'
import { Badge } from '~/ui/badge'
import { Fact, Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Panel, Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { EndMembership } from './end-membership'
import { MemberStatus } from './member-status'
import type { Member, Role } from './member-types'
import { RolesForm } from './roles-form'
import { TitleForm } from './title-form'

export interface MemberPageProps {
  readonly member: Member
  /** Empty for who may not see roles. */
  readonly roles: readonly Role[]
}

export function MemberPage({ member, roles }: MemberPageProps) {
  const { userId } = useViewer()
  const mayAssign = usePermission('org:roles:assign')
  const mayEdit = usePermission('users:write')
  const beyond = useRightsBeyondMine(member, roles)
  return (
    <>
      <PageHeader
        above={<Link to="/members">Members</Link>}
        title={member.name}
        beside={
          <>
            {member.userId === userId && <Badge tone="accent">You</Badge>}
            <MemberStatus status={member.status} />
          </>
        }
      />
      <Section title="About">
        <Panel>
          <Facts>
            <Fact name="Email">{member.email}</Fact>
            <Fact name="Member since">
              <Time at={member.createdAt} />
            </Fact>
            {!mayEdit && <Fact name="Title">{member.title === '' ? 'None' : member.title}</Fact>}
            <Fact name="Roles">
              {member.roles.length === 0 ? 'None' : member.roles.map(({ name }) => name).join(', ')}
            </Fact>
          </Facts>
          {mayEdit && <TitleForm member={member} />}
        </Panel>
      </Section>
      {beyond.length > 0 ? (
        <HoldsMore name={member.name} beyond={beyond} />
      ) : (
        <>
          {mayAssign && <RolesForm key={rolesKey(member)} member={member} roles={roles} />}
          <EndMembership member={member} />
        </>
      )}
    </>
  )
}

/** The form starts anew when the roles it was made from have changed. */
function rolesKey({ roles }: Member): string {
  return roles.map(({ id }) => id).join()
}

/** What the member may do and the viewer may not: then the viewer may not act on them. */
function useRightsBeyondMine(member: Member, roles: readonly Role[]): readonly Permission[] {
  const access = useAccess()
  const held = roles
    .filter(({ id }) => member.roles.some((role) => role.id === id))
    .flatMap(({ permissions }) => permissions)
  return permissionsBeyond(access?.permissions ?? new Set(), held)
}

function HoldsMore({
  name,
  beyond,
}: {
  readonly name: string
  readonly beyond: readonly Permission[]
}) {
  const acts = [usePermission('org:roles:assign'), usePermission('org:members:remove')]
  if (!acts.includes(true)) return null
  return (
    <Notice title={`${name} holds rights that you do not hold`}>
      Only somebody who holds {beyond.join(', ')} may change their roles or remove them.
    </Notice>
  )
}
