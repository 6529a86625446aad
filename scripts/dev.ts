/**
 * `npm run dev`: the Vite development server on a local database of its own, with the demo's
 * people in it. Ctrl-C ends both; the data stays.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AppDatabase, developmentDatabase, fillAppDatabase } from './running/app-database.ts'
import { childExit, endChild, startChild } from './running/child-processes.ts'
import { projectFolder } from './running/files.ts'
import { type Mailbox, startMailbox } from './running/mailbox.ts'
import { freePortFrom } from './running/ports.ts'
import { stopWhenAsked } from './running/stop-signals.ts'

const folder = join(projectFolder, '.gatehouse')

/** What has been started so far, for `stop`. */
const started: {
  mailbox?: Mailbox
  database?: Promise<AppDatabase>
  vite?: ReturnType<typeof startChild>
} = {}

async function main(): Promise<number> {
  mkdirSync(folder, { recursive: true })
  stopWhenAsked(async () => {
    await stop()
    return 0
  })
  console.log('Starting the development server\n')
  started.database = developmentDatabase()
  const { environment } = await started.database
  const mailbox = await startMailbox(join(folder, 'dev-mailbox'))
  started.mailbox = mailbox
  const port = await freePortFrom(Number(process.env.PORT ?? 3000))
  const settings = {
    ...environment,
    APP_URL: `http://localhost:${port}`,
    DEMO: '1',
    DEMO_MAILBOX: mailbox.folder,
    SMTP_URL: mailbox.smtpUrl,
    HOST: '127.0.0.1',
    NODE_ENV: 'development',
    PORT: String(port),
  }
  await fillAppDatabase(settings)
  offerToOtherCommands(settings)
  started.vite = startChild(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'dev',
      '--config',
      'app.config.ts',
      '--host',
      'localhost', // the name in APP_URL: the app answers for no other
      '--port',
      String(port),
      '--strictPort',
    ],
    // Vite's keyboard shortcuts need the terminal, so it stays in our process group.
    { cwd: projectFolder, env: { ...process.env, ...settings }, stdio: 'inherit' },
  )
  const code = await childExit(started.vite)
  await stop()
  return code
}

/** For `node --env-file=.gatehouse/dev.env …` in another terminal: the seed, a migration, psql. It holds passwords. */
function offerToOtherCommands(settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  writeFileSync(join(folder, 'dev.env'), `${lines.join('\n')}\n`, { mode: 0o600 })
}

async function stop(): Promise<void> {
  if (started.vite) await endChild(started.vite, { graceMs: 5_000 })
  await started.mailbox?.stop()
  const database = await started.database?.catch(() => undefined)
  await database?.postgres?.stop()
}

main().then(
  (code) => process.exit(code),
  async (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    await stop()
    process.exit(1)
  },
)
