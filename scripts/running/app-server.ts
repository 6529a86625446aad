/** Starting the production server as a child, and waiting until it answers. */
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { childExit, hasEnded, startChild } from './child-processes.ts'
import { lastLines, projectFolder } from './files.ts'

const readyTimeoutMs = 60_000

/**
 * Starts `scripts/start.ts` on plain Node, writing to a log file. The channel lets it notice on
 * every system that we are gone; a process group of its own keeps Ctrl-C from reaching it before
 * we have decided what stops first.
 */
export async function startAppServer(
  environment: Record<string, string>,
  logFile: string,
): Promise<ChildProcess> {
  const log = openSync(logFile, 'w', 0o600)
  const server = startChild(process.execPath, ['scripts/start.ts'], {
    cwd: projectFolder,
    detached: true,
    env: { ...process.env, ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  try {
    await waitUntilReady(server, Number(environment.PORT), logFile)
  } catch (error) {
    server.kill('SIGKILL')
    throw error
  }
  return server
}

async function waitUntilReady(server: ChildProcess, port: number, logFile: string): Promise<void> {
  const exited = childExit(server)
  const deadline = Date.now() + readyTimeoutMs
  while (!hasEnded(server) && server.pid !== undefined) {
    if (await isReady(port)) return
    if (Date.now() > deadline) {
      throw new Error(
        `the server did not become ready within ${readyTimeoutMs / 1000} s. Its last words:\n${lastLines(logFile, 20)}`,
      )
    }
    await Promise.race([sleep(50), exited])
  }
  throw new Error(`the server could not start:\n${lastLines(logFile, 20)}`)
}

/** Asked by address, with the name in the Host header: the server answers for its own name only. */
function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      {
        host: '127.0.0.1',
        port,
        path: '/readyz',
        headers: { host: `localhost:${port}` },
        timeout: 5_000,
        agent: false,
      },
      (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      },
    )
    request.once('error', () => resolve(false))
    request.once('timeout', () => request.destroy())
  })
}
