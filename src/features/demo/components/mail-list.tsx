/** What the product has sent in this demo, with its links to follow. */
import { EmptyState } from '~/ui/empty-state'
import { buttonClass } from '~/ui/button'
import { Panel } from '~/ui/section'
import { Time } from '~/ui/time'
import type { listMails } from '../demo.functions'

export type Mails = Awaited<ReturnType<typeof listMails>>

export function MailList({ mails }: { readonly mails: Mails }) {
  return (
    <>
      {/* There before a mail is, so that its arrival is read out. */}
      <output className="sr-only">{mails.length === 1 ? '1 mail' : `${mails.length} mails`}</output>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          Invite somebody, sign up or ask for a new password, and the mail arrives here.
        </EmptyState>
      ) : (
        <Mails mails={mails} />
      )}
    </>
  )
}

function Mails({ mails }: { readonly mails: Mails }) {
  return (
    <ul className="flex flex-col gap-4">
      {mails.map((mail) => (
        <li key={mail.id}>
          <Panel>
            <MailView mail={mail} />
          </Panel>
        </li>
      ))}
    </ul>
  )
}

function MailView({ mail }: { readonly mail: Mails[number] }) {
  return (
    <article aria-label={`${mail.subject}, to ${mail.to}`} className="flex flex-col gap-3">
      <header className="flex flex-wrap justify-between gap-x-6 gap-y-1">
        <h2 className="font-semibold">{mail.subject}</h2>
        <p className="text-sm text-ink-soft">
          <span className="wrap-anywhere">to {mail.to}</span>, <Time at={new Date(mail.at)} />
        </p>
      </header>
      {mail.paragraphs.map((paragraph) => (
        <p key={paragraph} className="text-sm whitespace-pre-line wrap-anywhere text-ink-soft">
          {paragraph}
        </p>
      ))}
      {mail.path !== undefined && (
        <p>
          {/* A new document, as it would be from a mail program. */}
          <a href={mail.path} className={buttonClass('secondary', 'small')}>
            Open its link
          </a>
        </p>
      )}
    </article>
  )
}
