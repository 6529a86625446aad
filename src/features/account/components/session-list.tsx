/** Where this person is signed in, and ending it. */
import { useAction } from '~/features/access/use-action'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Section } from '~/ui/section'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { inUtc } from '~/ui/written'
import type { listSessions } from '../account.functions'
import { revokeOtherSessions, revokeSession } from '../account.functions'
import { deviceName } from './device-name'

type Session = Awaited<ReturnType<typeof listSessions>>[number]

const LIST = 'sessions'

export function SessionList({ sessions }: { readonly sessions: readonly Session[] }) {
  return (
    <Section
      title="Sessions"
      description="Where you are signed in. An ended session is refused from its next request on."
      actions={sessions.length > 1 && <RevokeOthers />}
    >
      <div id={LIST} tabIndex={-1} className="outline-hidden">
        <Table
          caption="Your sessions"
          head={
            <>
              <HeadCell>Device</HeadCell>
              <HeadCell wide>Address</HeadCell>
              <HeadCell wide>Signed in</HeadCell>
              <HeadCell>Last seen</HeadCell>
              <HeadCell>
                <span className="sr-only">End</span>
              </HeadCell>
            </>
          }
        >
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Table>
      </div>
    </Section>
  )
}

function SessionRow({ session }: { readonly session: Session }) {
  const device = deviceName(session.device)
  const { run, pending } = useAction(revokeSession, {
    done: 'Session ended',
    // Its button goes with it, and the focus must not go too.
    onDone: () => document.getElementById(LIST)?.focus(),
  })
  return (
    <tr>
      <RowHead>{device}</RowHead>
      <Cell wide>{session.address === '' ? 'Unknown' : session.address}</Cell>
      <Cell wide>
        <Time at={session.createdAt} exact />
      </Cell>
      <Cell>
        {session.isCurrent ? (
          <Badge tone="accent">This one</Badge>
        ) : (
          <Time at={session.lastSeenAt} exact />
        )}
      </Cell>
      <Cell number>
        {!session.isCurrent && (
          <Button
            size="small"
            fn="account.revokeSession"
            pending={pending}
            aria-label={`End the session on ${device} of ${inUtc(session.createdAt, 'second')} UTC`}
            onClick={() => run({ data: { sessionId: session.id } })}
          >
            End
          </Button>
        )}
      </Cell>
    </tr>
  )
}

function RevokeOthers() {
  const { run, pending } = useAction(revokeOtherSessions, { done: 'All other sessions ended' })
  return (
    <ConfirmDialog
      label="End all others"
      size="small"
      title="End all other sessions?"
      description="Everywhere but here, you will have to sign in again."
      confirmLabel="End all others"
      fn="account.revokeOtherSessions"
      pending={pending}
      onConfirm={() => run()}
    />
  )
}
