/** Hands mails to the SMTP server. Called by the job that waits for them, never during a request. */
import { render } from '@react-email/components'
import { createTransport, type Transporter } from 'nodemailer'
import { createElement } from 'react'
import { env } from '../env'
import { LetterView } from './letter'
import { letterFor } from './letters'
import type { Mail } from './mail'

let transport: Transporter | undefined

function smtp(): Transporter {
  const url = env().SMTP_URL
  if (url === undefined) throw new Error('SMTP_URL is not set: the mail waits')
  transport ??= createTransport(url, { from: env().MAIL_FROM })
  return transport
}

/** @throws when the SMTP server does not take it: the job is then tried again */
export async function deliverMail(mail: Mail): Promise<void> {
  const letter = letterFor(mail)
  // The path is ours; resolving it keeps even a mistaken one on our own origin.
  const url = new URL(`/${mail.path.replace(/^\/+/, '')}`, env().APP_URL.origin).href
  const view = createElement(LetterView, { letter, url })
  await smtp().sendMail({
    to: { name: '', address: mail.to },
    subject: letter.subject,
    text: [...letter.paragraphs, `${letter.action}:\n${url}`, letter.note].join('\n\n'),
    html: await render(view),
  })
}

/** Lets go of the connection to the SMTP server. */
export function closeMail(): void {
  transport?.close()
  transport = undefined
}
