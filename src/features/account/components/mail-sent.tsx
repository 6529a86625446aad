/** After a form that answers by mail. The same words for every address: the mail says what it found. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isDemoPage } from '~/features/access/demo-page'
import { Notice } from '~/ui/notice'
import { Outcome } from '~/ui/outcome'

interface MailSentProps {
  readonly to: string
  /** What its link is good for. */
  readonly children: ReactNode
}

export function MailSent({ to, children }: MailSentProps) {
  return (
    <Outcome>
      <Notice tone="allowed" title="Look into your mailbox">
        We have sent a mail to <span className="wrap-anywhere">{to}</span>. {children}
        {isDemoPage() && (
          <span className="mt-2 block">
            In the demo mails end here:{' '}
            <Link to="/demo/mailbox" className="underline underline-offset-4">
              open the mailbox
            </Link>
          </span>
        )}
      </Notice>
    </Outcome>
  )
}
