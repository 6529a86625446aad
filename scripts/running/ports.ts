/** Finding a port that nobody answers on. */
import { connect, createServer } from 'node:net'

/** A port on 127.0.0.1 that the system says is free. Somebody may take it before you do: retry. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

/** The first free port from this one on. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) {
    if (await isFree(port)) return port
  }
  throw new Error(`no free port between ${first} and ${first + 99}`)
}

/**
 * Asks in two ways. A browser sent to http://localhost may try ::1 before 127.0.0.1, so somebody
 * answering on either address has the port; and on some systems listening succeeds beside a
 * listener on all addresses, so connecting is tried first.
 */
async function isFree(port: number): Promise<boolean> {
  const answers = await Promise.all([answersOn('127.0.0.1', port), answersOn('::1', port)])
  if (answers.includes(true)) return false
  return canListen(port)
}

function answersOn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 })
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(true)) // something swallows connections there: not ours to use
    socket.once('error', () => settle(false))
  })
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
