/**
 * An SMTP server for a demo or a test: takes every mail, sends none on, and keeps each as a file
 * that the demo's mailbox page reads.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  readonly smtpUrl: string
  readonly folder: string
  stop(): Promise<void>
}

let kept = 0

/** @param folder where mails are kept; made if it isn't there */
export async function startMailbox(folder: string): Promise<Mailbox> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: 1024 * 1024,
    onData(stream, _session, done) {
      // It answers by `done`, whatever happens.
      receive(folder, stream, done).catch(() => {})
    },
  })
  server.on('error', () => {}) // a connection that breaks off is the sender's to try again
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // It listens on a port, so its address is no path of a socket.
  const { port } = server.server.address() as AddressInfo
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    folder,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Tells the sender whether the mail was kept. */
async function receive(
  folder: string,
  stream: Readable,
  done: (error?: Error) => void,
): Promise<void> {
  try {
    const { to, subject = '', text = '' } = await simpleParser(stream)
    const recipients = (Array.isArray(to) ? to : [to]).map((one) => one?.text ?? '')
    keep(folder, { to: recipients.join(', '), subject, text })
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error('the mail could not be kept'))
  }
}

/** Written under another name first, so that nobody reads half a mail. */
function keep(folder: string, mail: { to: string; subject: string; text: string }): void {
  const at = new Date().toISOString()
  kept += 1
  const name = `${at.replaceAll(/\D/g, '')}-${process.pid}-${String(kept).padStart(4, '0')}`
  const file = join(folder, `${name}.json`)
  writeFileSync(`${file}.part`, JSON.stringify({ id: name, at, ...mail }), { mode: 0o600 })
  renameSync(`${file}.part`, file)
}
