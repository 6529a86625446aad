/** What would become of each line of a list; and, once it is sent, what has. */
import { useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { Badge, type Tone } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { ProgressBar } from '~/ui/progress-bar'
import { Section } from '~/ui/section'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { type Invitee, type LineOutcome, MOST_AT_ONCE } from '../invitation-list'
import { inviteFromList } from '../invitations.functions'

interface Line extends Invitee {
  readonly line: number
  readonly outcome: LineOutcome
}

const WORDS: Readonly<Record<LineOutcome, readonly [Tone, string]>> = {
  invited: ['allowed', 'Invited'],
  invalid: ['refused', 'No address'],
  twice: ['neutral', 'Named before'],
  member: ['neutral', 'Member already'],
  open: ['neutral', 'Invited already'],
  unknown_role: ['refused', 'No such role'],
  ambiguous_role: ['refused', 'Two roles are called so'],
  not_grantable: ['refused', 'More than you hold'],
  no_room: ['limited', 'Beyond the plan'],
  too_many: ['caution', 'Too many this hour'],
}

export function ListReport({ lines }: { readonly lines: readonly Line[] }) {
  const toSend = lines.filter(({ outcome }) => outcome === 'invited')
  /** By line; what is not here has not been sent. */
  const [done, setDone] = useState<ReadonlyMap<number, LineOutcome>>(new Map())
  const [stopped, setStopped] = useState(false)
  const { run, pending } = useAction(sendAll)

  async function sendAll(): Promise<void> {
    setStopped(false)
    const left = toSend.filter(({ line }) => !done.has(line))
    try {
      for (let from = 0; from < left.length; from += MOST_AT_ONCE) {
        const some = left.slice(from, from + MOST_AT_ONCE)
        const invitations = some.map(({ email, role }) => ({ email, role }))
        const { outcomes } = await inviteFromList({ data: { invitations } })
        setDone((before) => new Map([...before, ...some.map(pairedWith(outcomes))]))
      }
    } catch (error) {
      // What was sent stays sent, and is shown so; the rest can be tried again.
      setStopped(true)
      throw error
    }
  }

  const isDone = toSend.length > 0 && done.size === toSend.length
  const invited = [...done.values()].filter((outcome) => outcome === 'invited').length
  return (
    <Section
      title={isDone ? 'What has happened' : 'What would happen'}
      description={summary(lines.length, toSend.length)}
      actions={
        toSend.length > 0 &&
        !isDone && (
          <Button
            look="primary"
            fn="invitations.inviteFromList"
            pending={pending}
            onClick={() => run()}
          >
            {stopped ? 'Send the rest' : `Send ${countOf(toSend.length)}`}
          </Button>
        )
      }
    >
      {(pending || done.size > 0) && !isDone && (
        <div className="mb-5 max-w-md">
          <ProgressBar
            label="Invitations sent"
            value={Math.round((done.size / toSend.length) * 100)}
          />
        </div>
      )}
      {isDone && (
        <div className="mb-5">
          <Notice
            live
            tone={invited === toSend.length ? 'allowed' : 'caution'}
            title={`${countOf(invited)} sent`}
          >
            {invited < toSend.length &&
              'Something has changed meanwhile: the others are marked below.'}
          </Notice>
        </div>
      )}
      <Lines lines={lines} done={done} />
    </Section>
  )
}

const pairedWith =
  (outcomes: readonly LineOutcome[]) =>
  ({ line }: Line, index: number): [number, LineOutcome] => [line, outcomes[index] ?? 'invalid']

interface LinesProps {
  readonly lines: readonly Line[]
  readonly done: ReadonlyMap<number, LineOutcome>
}

function Lines({ lines, done }: LinesProps) {
  return (
    <Table
      caption="Lines of the list"
      head={
        <>
          <HeadCell number>Line</HeadCell>
          <HeadCell>Address</HeadCell>
          <HeadCell wide>Role</HeadCell>
          <HeadCell>Outcome</HeadCell>
        </>
      }
    >
      {lines.map(({ line, email, role, outcome }) => (
        <tr key={line}>
          <Cell number>{line}</Cell>
          <RowHead>
            <span className="wrap-anywhere">{email}</span>
          </RowHead>
          <Cell wide>{role === '' ? 'Role of who joins' : role}</Cell>
          <Cell>
            <Outcome outcome={done.get(line) ?? outcome} isSent={done.has(line)} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

function Outcome({ outcome, isSent }: { readonly outcome: LineOutcome; readonly isSent: boolean }) {
  if (outcome === 'invited' && !isSent) return <Badge tone="accent">Would be invited</Badge>
  const [tone, words] = WORDS[outcome]
  return <Badge tone={tone}>{words}</Badge>
}

const countOf = (count: number): string => (count === 1 ? '1 invitation' : `${count} invitations`)

function summary(lines: number, toSend: number): string {
  if (toSend === 0) return 'Nobody on this list would be invited.'
  return lines === toSend
    ? 'Everybody on this list would be invited.'
    : `${countOf(toSend)} of ${lines} lines; each of the others says why not.`
}
