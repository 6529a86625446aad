/** What is read. */
import { Avatar } from '~/ui/avatar'
import { Card } from '~/ui/card'
import { EmailAddress } from '~/ui/email-address'
import { Fact, Facts } from '~/ui/facts'
import { Mark } from '~/ui/mark'
import { PermissionChip } from '~/ui/permission-chip'
import { Prose } from '~/ui/prose'
import { StatusDot } from '~/ui/status-dot'
import { Cell, HeadCell, RowHead, SortHeadCell, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { Sample } from './sample'

const PEOPLE = ['Olivia Brandt', 'Edith Sorensen', 'Victor Amadi', 'Greta Lindqvist']
const NOON = new Date('2026-03-14T12:00:00Z')

export function Data() {
  return (
    <>
      <Sample name="Table" note="Heads that sort are links." stacked>
        <Table
          caption="People"
          head={
            <>
              <SortHeadCell sorted="ascending" link={<a href="#data">Name</a>}>
                Name
              </SortHeadCell>
              <SortHeadCell link={<a href="#data">State</a>}>State</SortHeadCell>
              <HeadCell wide>May publish</HeadCell>
              <HeadCell number>Documents</HeadCell>
            </>
          }
        >
          {PEOPLE.map((name, position) => (
            <tr key={name}>
              <RowHead>
                <span className="inline-flex items-center gap-2.5">
                  <Avatar name={name} size="small" />
                  {name}
                </span>
              </RowHead>
              <Cell>
                <StatusDot tone={position === 2 ? 'refused' : 'neutral'}>
                  {position === 2 ? 'Suspended' : 'Active'}
                </StatusDot>
              </Cell>
              <Cell wide>
                <Mark allowed={position < 2} />
              </Cell>
              <Cell number>{position * 12 + 3}</Cell>
            </tr>
          ))}
        </Table>
      </Sample>
      <Sample name="Avatar" note="Initials on a tint that stays theirs.">
        <Avatar name="Olivia Brandt" size="large" />
        {PEOPLE.map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Larkspur Labs" square />
        <Avatar name="Tidewater" square size="small" />
      </Sample>
      <Sample name="Card" stacked>
        <div className="grid gap-4 sm:grid-cols-2">
          <Card title="Last change" description="By anybody here" footer="Updated a moment ago">
            <p className="text-sm text-ink-soft">
              <Time at={NOON} exact />
            </p>
          </Card>
          <Card title="Facts">
            <Facts>
              <Fact name="Plan">Team</Fact>
              <Fact name="Since">
                <Time at={NOON} />
              </Fact>
            </Facts>
          </Card>
        </div>
      </Sample>
      <Sample name="Permission chip" note="Held, missing, or just named.">
        <PermissionChip name="documents:publish" />
        <PermissionChip name="documents:read" held />
        <PermissionChip name="org:delete" held={false} />
      </Sample>
      <Sample name="Mark" note="In a cell, and as an answer.">
        <Mark allowed />
        <Mark allowed={false} />
        <Mark worded allowed />
        <Mark worded allowed={false} />
      </Sample>
      <Sample name="Email address" note="Breaks after the @ where there is no room.">
        <span className="w-32 text-sm text-ink-soft">
          <EmailAddress email="olivia.brandt@larkspur.example" />
        </span>
      </Sample>
      <Sample name="Prose" stacked>
        <Prose text={'## Sowing\n\n**After** the last frost, in `trays`.\n\n- Water\n- Wait'} />
      </Sample>
    </>
  )
}
