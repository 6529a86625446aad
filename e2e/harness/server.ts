/** The production server under attack, as an operator would start it. */
import { join } from 'node:path'
import { startAppServer } from '../../scripts/running/app-server.ts'
import { endChild } from '../../scripts/running/child-processes.ts'
import { anyFreePort } from '../../scripts/running/ports.ts'
import { type Databases, databasesAt } from '../../scripts/local-postgres.ts'
import { runFolder, type Stage } from './stage.ts'

export interface RunningServer {
  readonly port: number
  /** The one origin it answers for. */
  readonly origin: string
  readonly pid: number
  readonly logFile: string
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly database: string
  /** One-click sign-in: on unless a test is about its absence. */
  readonly demo?: boolean
  /** Where it hands over mails. Without it, jobs stay where they were put. */
  readonly mail?: MailSettings
}

export interface MailSettings {
  readonly smtpUrl: string
  /** Where the SMTP server keeps what it was given. */
  readonly folder: string
}

/** Starts a server on a database of the stage; ends with the process that started it. */
export async function startServer(
  stage: Pick<Stage, 'cluster' | 'secret'>,
  { database, demo = true, mail }: ServerOptions,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await anyFreePort()
    try {
      return await startOn(port, databasesAt(stage.cluster), database, stage.secret, demo, mail)
    } catch (error) {
      // Another worker may have been quicker to take the port.
      if (attempt === 3) throw error
    }
  }
}

async function startOn(
  port: number,
  databases: Databases,
  database: string,
  secret: string,
  demo: boolean,
  mail: MailSettings | undefined,
): Promise<RunningServer> {
  const origin = `http://localhost:${port}`
  const logFile = join(runFolder(), `server-${port}.log`)
  const child = await startAppServer(
    {
      APP_URL: origin,
      AUTH_SECRET: secret,
      DATABASE_OWNER_URL: databases.ownerUrl(database),
      DATABASE_URL: databases.appUrl(database),
      DEMO: demo ? '1' : '0',
      DEMO_MAILBOX: mail?.folder ?? '',
      JOBS: mail === undefined ? '0' : '1',
      SMTP_URL: mail?.smtpUrl ?? '',
      HOST: '127.0.0.1',
      // On a busy machine a connection takes its time; how a server without one answers is tested elsewhere.
      DATABASE_WAIT_MS: '20000',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      PORT: String(port),
      // All of the suite comes from one address. The limit per account stays as it is.
      SIGN_IN_LIMIT_PER_ADDRESS: '100000',
      TRUST_PROXY: '',
    },
    logFile,
  )
  if (child.pid === undefined) throw new Error('the server has no process')
  return {
    port,
    origin,
    pid: child.pid,
    logFile,
    stop: () => endChild(child, { graceMs: 3_000, group: true }),
  }
}
