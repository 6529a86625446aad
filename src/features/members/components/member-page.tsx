/** One member: who they are, what they may do and why, and what this person may change about it. */
import { Link } from '@tanstack/react-router'
import { CopyLink } from '~/features/access/copy-link'
import { useViewer, usePermission } from '~/features/access/use-permission'
import { Avatar } from '~/ui/avatar'
import { Badge } from '~/ui/badge'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { Fact, Facts } from '~/ui/facts'
import { PageHeader } from '~/ui/page-header'
import { Panel, Section } from '~/ui/section'
import { Time } from '~/ui/time'
import { EffectivePermissions } from './effective-permissions'
import { BillingContact, BillingContactBadge } from './billing-contact'
import { EndMembership } from './end-membership'
import { rightsOf } from './grants'
import { HoldsMore, useRightsBeyondMine } from './holds-more'
import { MemberRoles } from './member-roles'
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
  const beyond = useRightsBeyondMine(member, roles)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs>
            <Crumb link={<Link to="/members" />}>Members</Crumb>
          </Breadcrumbs>
        }
        title={member.name}
        beside={
          <>
            {member.userId === userId && <Badge tone="accent">You</Badge>}
            <BillingContactBadge member={member} />
          </>
        }
        description={member.title === '' ? undefined : member.title}
        actions={<CopyLink />}
      />
      <Profile member={member} />
      {beyond.length > 0 ? (
        <HoldsMore name={member.name} beyond={beyond} />
      ) : (
        mayAssign && <RolesForm member={member} roles={roles} />
      )}
      {roles.length > 0 && member.roles !== null && (
        <EffectivePermissions member={member} held={member.roles} roles={roles} />
      )}
      {beyond.length === 0 && <BillingContact member={member} />}
      {beyond.length === 0 && <EndMembership member={member} rights={rightsOf(member, roles)} />}
    </>
  )
}

function Profile({ member }: { readonly member: Member }) {
  const mayEdit = usePermission('users:write')
  return (
    <Section title="Profile">
      <Panel>
        <div className="flex flex-wrap items-start gap-5">
          <Avatar name={member.name} size="large" />
          <Facts>
            <Fact name="Email">
              <span className="wrap-anywhere">{member.email}</span>
            </Fact>
            <Fact name="Status">
              <MemberStatus status={member.status} />
            </Fact>
            <Fact name="Roles">
              <MemberRoles roles={member.roles} />
            </Fact>
            <Fact name="Member since">
              <Time at={member.createdAt} />
            </Fact>
          </Facts>
        </div>
        {mayEdit && <TitleForm member={member} />}
      </Panel>
    </Section>
  )
}
