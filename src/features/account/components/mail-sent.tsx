/** After a form that answers by mail. The same words for every address: the mail says what it found. */
import type { ReactNode } from 'react'
import { Notice } from '~/ui/notice'

interface MailSentProps {
  readonly to: string
  /** What its link is good for. */
  readonly children: ReactNode
}

export function MailSent({ to, children }: MailSentProps) {
  return (
    <Notice live tone="allowed" title="Look into your mailbox">
      We have sent a mail to <span className="wrap-anywhere">{to}</span>. {children}
    </Notice>
  )
}
