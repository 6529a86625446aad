/** A gate on the way to the database: open it forwards, shut there is nobody at that address. */
import { connect, createServer, type Socket } from 'node:net'

export interface TcpGate {
  /** The database's address, by way of this gate. */
  readonly url: string
  /** Cuts every connection and refuses new ones, as a database does that is gone. */
  shut(): Promise<void>
  open(): Promise<void>
  /** Passes nothing on from now on, on connections old and new, and keeps them open: a machine that hangs. */
  fallSilent(): void
}

/** Stands before the database of this address, on a port of its own; open at first. */
export async function gateBefore(databaseUrl: string): Promise<TcpGate> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let silent = false
  const server = createServer((socket) => {
    if (silent) {
      sockets.add(socket.on('close', () => sockets.delete(socket)).pause())
      return
    }
    const onward = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve())
    })
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    open() {
      silent = false
      return listen(port)
    },
    fallSilent() {
      silent = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
