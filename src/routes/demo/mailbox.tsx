import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { MailList } from '~/features/demo/components/mail-list'
import { mailsQuery } from '~/features/demo/demo.queries'
import { PageHeader } from '~/ui/page-header'
import { BarePage } from '../-shell/bare-page'
import { pageTitle } from '../-shell/page-title'

/** There in demo mode alone; elsewhere its function answers as if neither existed. */
export const Route = createFileRoute('/demo/mailbox')({
  loader: ({ context, location }) => load(() => context.queryClient.query(mailsQuery), location),
  head: () => pageTitle('Mailbox'),
  component: MailboxPage,
})

function MailboxPage() {
  const { data: mails } = useSuspenseQuery(mailsQuery)
  return (
    <BarePage>
      <div className="py-10">
        <PageHeader
          title="Mailbox"
          description="Every mail of this demo ends here, on this machine. None is sent on."
        />
        <MailList mails={mails} />
      </div>
    </BarePage>
  )
}
