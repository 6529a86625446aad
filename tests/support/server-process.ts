/** The product as it runs in production: `scripts/start.ts` in a process of its own, over HTTP. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { childExit, hasEnded, startChild } from '../../scripts/running/child-processes'
import { anyFreePort } from '../../scripts/running/ports'
import { environmentFor } from './own-database'
import type { Transport } from './caller'

export interface ServerProcess extends Transport {
  /** Whether it still runs. */
  isAlive(): boolean
  /** All that it has written to standard error. */
  said(): string
  stop(): Promise<void>
}

export interface Refusal {
  readonly exitCode: number
  /** What it told the operator. */
  readonly said: string
}

type Settings = Readonly<Record<string, string | undefined>>

const SCRIPT = join(import.meta.dirname, '../../scripts/start.ts')

/** Starts a server that is expected to serve. Whoever starts it stops it. */
export async function startServer(databaseUrl: string, settings: Settings = {}) {
  const { outcome, ...server } = await launch(databaseUrl, settings)
  const refusal = await outcome
  if (refusal !== undefined) throw new Error(`the server did not start: ${refusal.said}`)
  return server
}

/** Starts a server that is expected to refuse, and waits for its last word. */
export async function refusalToStart(databaseUrl: string, settings: Settings): Promise<Refusal> {
  const server = await launch(databaseUrl, settings)
  onTestFinished(() => server.stop())
  return (await server.outcome) ?? { exitCode: 0, said: 'it serves' }
}

async function launch(databaseUrl: string, settings: Settings) {
  const port = await anyFreePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    ...environmentFor(databaseUrl, origin),
    // The server only compares it with the other one, and forgets it.
    DATABASE_OWNER_URL: 'postgres://gatehouse_owner@127.0.0.1/nowhere',
    HOST: '127.0.0.1',
    PORT: String(port),
    ...settings,
  }
  const child = startChild(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const outcome = new Promise<Refusal | undefined>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Listening on')) resolve(undefined)
    })
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('close', (code) => resolve({ exitCode: code ?? 1, said }))
  })
  const server: ServerProcess = {
    origin,
    send: (request) => fetch(request),
    isAlive: () => !hasEnded(child),
    said: () => said,
    async stop() {
      if (hasEnded(child)) return
      child.kill('SIGTERM')
      await childExit(child)
    },
  }
  return { ...server, outcome }
}
