/** Who has invited the viewer, and where the way in is: in the mail. Nothing for who is not invited. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Section } from '~/ui/section'
import { Avatar } from '~/ui/avatar'
import { Time } from '~/ui/time'
import { myInvitationsQuery } from '../invitations.queries'

export function MyInvitations() {
  const { email, invitations } = useSuspenseQuery(myInvitationsQuery).data
  if (invitations.length === 0) return null
  return (
    <Section
      title="You are invited"
      description={`To accept, open the link in the mail to ${email}. If it is gone, ask who invited you to send it again.`}
    >
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-raised">
        {invitations.map(({ organization, role, inviter, expiresAt }) => (
          <li
            // One organization invites an address once at a time; two may have one name.
            key={`${organization} ${expiresAt.getTime()}`}
            className="flex min-h-14 items-center gap-3 px-5 py-2.5"
          >
            <Avatar square name={organization} />
            <span className="min-w-0">
              <span className="block font-medium wrap-break-word">{organization}</span>
              <span className="block text-small text-ink-soft wrap-break-word">
                As {role}, by {inviter}. Until <Time at={expiresAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
