/**
 * `npm run demo`: the whole product on this machine with one command. A real PostgreSQL in
 * `.gatehouse/`, the production build, and people to sign in as. Ctrl-C ends all of it; the data
 * stays for the next time. `npm run demo:reset` starts over.
 */
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeLocalPostgres } from './local-postgres.ts'
import { type AppDatabase, fillAppDatabase, localDatabase } from './running/app-database.ts'
import { startAppServer } from './running/app-server.ts'
import { buildIfStale } from './running/build.ts'
import { childExit, endChild } from './running/child-processes.ts'
import { lastLines, projectFolder } from './running/files.ts'
import { type Lock, type LockHolder, readHolder, takeLock } from './running/lock-file.ts'
import { type Mailbox, startMailbox } from './running/mailbox.ts'
import { freePortFrom } from './running/ports.ts'
import { step } from './running/progress.ts'
import { stopWhenAsked } from './running/stop-signals.ts'

const folder = join(projectFolder, '.gatehouse')
const lockFile = join(folder, 'demo.lock')
const mailFolder = join(folder, 'mailbox')
const serverLog = join(folder, 'demo-server.log')

/** What has been started so far, for `stop`. */
const started: {
  lock?: Lock
  database?: Promise<AppDatabase>
  server?: Promise<ChildProcess>
  mailbox?: Mailbox
} = {}
let stopping = false

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const reset = process.argv.includes('--reset')
  if (reset) await endRunningDemo()
  const taken = takeLock(lockFile)
  if ('holder' in taken) return sayWhereItRuns(taken.holder)
  started.lock = taken.lock
  stopWhenAsked(async (reason) => {
    console.log(`\nStopping (${reason}) …`)
    await stop()
    return 0
  })
  console.log('Starting the demo\n')
  if (reset) {
    await step('reset', () => removeLocalPostgres('demo'))
    rmSync(mailFolder, { recursive: true, force: true })
  }
  const url = await startEverything()
  taken.lock.setNote(url)
  await introduce(url)
}

async function startEverything(): Promise<string> {
  const database = localDatabase('demo')
  started.database = database
  const [{ postgres, environment }] = await Promise.all([
    database,
    step('build', buildIfStale, (built) => (built ? undefined : 'up to date')),
  ])
  const mailbox = await startMailbox(mailFolder)
  started.mailbox = mailbox
  const port = await choosePort()
  const url = `http://localhost:${port}`
  const settings = {
    ...environment,
    APP_URL: url,
    DEMO: '1',
    DEMO_MAILBOX: mailbox.folder,
    SMTP_URL: mailbox.smtpUrl,
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    PORT: String(port),
    TRUST_PROXY: '',
  }
  await fillAppDatabase(settings)
  const starting = startAppServer(settings, serverLog)
  started.server = starting
  const server = await step(
    'server',
    () => starting,
    () => url,
  )
  whenEnded(childExit(server), 'server', serverLog)
  whenEnded(postgres.ended, 'database', postgres.logFile)
  return url
}

async function choosePort(): Promise<number> {
  const wanted = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error('PORT is not a port number.')
  const port = await freePortFrom(wanted)
  if (port !== wanted) console.log(`  · port ${wanted} is taken by something else; using ${port}`)
  return port
}

/** Ends what was started, in the order in which it can be missed. What was still starting is awaited first. */
async function stop(): Promise<void> {
  stopping = true
  const server = await started.server?.catch(() => undefined)
  if (server) await endChild(server, { graceMs: 11_000, group: true })
  await started.mailbox?.stop()
  const database = await started.database?.catch(() => undefined)
  await database?.postgres?.stop()
  started.lock?.release()
}

/** Neither half is of use without the other. */
function whenEnded(ended: Promise<unknown>, what: string, logFile: string): void {
  ended
    .then(async () => {
      if (stopping) return
      console.error(`\nThe ${what} has ended by itself. Its last words:\n${lastLines(logFile, 15)}`)
      await stop()
      process.exit(1)
    })
    .catch(fail)
}

async function endRunningDemo(): Promise<void> {
  const holder = readHolder(lockFile)
  if (!holder) return
  console.log(`Stopping the demo that runs (process ${holder.pid}) …`)
  process.kill(holder.pid, 'SIGTERM')
  for (let waited = 0; readHolder(lockFile) && waited < 30_000; waited += 100) await sleep(100)
}

/** Another demo of this folder may still be starting: then its address is not known yet. */
async function sayWhereItRuns(holder: LockHolder): Promise<void> {
  let current: LockHolder | undefined = holder
  for (let waited = 0; current && !current.note && waited < 120_000; waited += 200) {
    await sleep(200)
    current = readHolder(lockFile)
  }
  const where = current?.note ? ` at ${current.note}` : ''
  console.log(
    `The demo runs already${where} (process ${holder.pid}). To start over: npm run demo:reset`,
  )
}

async function introduce(url: string): Promise<void> {
  console.log(`\nOpen ${url} and sign in as one of:\n`)
  const file = join(projectFolder, 'src', 'features', 'demo', 'personas.ts')
  if (existsSync(file)) {
    const { DEMO_PASSWORD, PERSONAS } = await import('../src/features/demo/personas.ts')
    const width = Math.max(...PERSONAS.map(({ email }) => email.length))
    for (const { email, title, organization } of PERSONAS) {
      console.log(`  ${email.padEnd(width)}  ${[title, organization].filter(Boolean).join(', ')}`)
    }
    console.log(`\nEverybody's password is ${DEMO_PASSWORD}`)
  }
  console.log(`Mails end at ${url}/demo/mailbox; none leaves this machine.`)
  console.log(`The server's log is ${relative(projectFolder, serverLog)}. Ctrl-C ends everything.`)
}

async function fail(error: unknown): Promise<void> {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  await stop()
  process.exit(1)
}

main().catch(fail)
