/** A mail that the mail server never takes is told of: in the log, and on the invitation it was for. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { beforeAll, expect, test } from 'vitest'
import { signIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { type ServerProcess, startServer } from '../support/server-process'

const EMAIL = 'nobody-here@refused.example'
const database = databaseForFile()
let server: ServerProcess

beforeAll(async () => {
  // As servers do, it quotes the address; the log and the queue must not.
  const refusing = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(new Error(`<${address}>: unknown here`)),
  })
  await new Promise<void>((resolve) => {
    refusing.listen(0, '127.0.0.1', () => resolve())
  })
  // It listens on a port, so its address is no path of a socket.
  const { port } = refusing.server.address() as AddressInfo
  // All but the last of the tries are left out: they take twenty minutes.
  await database().query(`update pgboss.queue set retry_limit = 0 where name = 'mail'`)
  server = await startServer(database().url('app'), {
    LOG_LEVEL: 'info',
    JOBS: '1',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  })
  return async () => {
    await server.stop()
    await new Promise<void>((resolve) => {
      refusing.close(() => resolve())
    })
  }
})

test('a mail that is refused for good is in the log without its address, and shown as not delivered', async () => {
  const owner = await signIn(server, 'owner')
  const start = server.said().length
  expect((await owner.call('invitations.inviteMember', { email: EMAIL })).code).toBe('ok')
  const said = () => server.said().slice(start)
  await expect.poll(said, { timeout: 15_000 }).toContain('"a mail was not delivered"')
  expect(said()).toContain('"kind":"invitation"')
  expect(said()).toContain('"EENVELOPE"')
  expect(said()).not.toContain(EMAIL)
  const mine = async () =>
    (await owner.call('invitations.listInvitations')).result.invitations.find(
      ({ email }) => email === EMAIL,
    )
  await expect.poll(async () => (await mine())?.undeliveredAt ?? null).not.toBeNull()
  const jobs = await database().query<{ name: string }>(`select * from pgboss.job`)
  expect(jobs.map(({ name }) => name).toSorted()).toEqual(['mail', 'undelivered'])
  expect(JSON.stringify(jobs)).not.toContain(EMAIL)

  // Sent again, it is under way again.
  await database().query(`delete from platform.rate_limits`)
  const invitationId = (await mine())?.id ?? ''
  await database().query(`update pgboss.queue set retry_limit = 8 where name = 'mail'`)
  expect((await owner.call('invitations.resendInvitation', { invitationId })).code).toBe('ok')
  expect((await mine())?.undeliveredAt).toBeNull()
})
