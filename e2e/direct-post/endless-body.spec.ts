/**
 * Case 11: a body that never ends. It is refused while it is still being sent, and most of it is
 * never read: what has been taken in stays far below what was offered.
 */
import { readFileSync } from 'node:fs'
import { request as open } from 'node:http'
import { expect, test } from './fixtures.ts'
import { sampleCall, subjectOf } from './subjects.ts'
import type { Target } from './target.ts'

const MEGABYTE = 1024 * 1024
const OFFERED = 64 * MEGABYTE
const CUT_OFF = 0
const PIECE = Buffer.alloc(64 * 1024, 'x')

for (const id of ['documents.updateDocument', 'account.updateAccount', 'demo.signInAs']) {
  test(`${id}: a body without end is refused while it is sent (11)`, async ({ target }) => {
    const before = memoryOf(target.server.pid)
    const { status, taken } = await pour(target, id)
    // Cut off in the middle of writing, a client may not get to see the answer.
    expect([413, CUT_OFF], `${id}: the body limit`).toContain(status)
    expect(taken, `${id}: bytes that the server took in`).toBeLessThan(16 * MEGABYTE)
    const grown = memoryOf(target.server.pid) - before
    expect(grown, `${id}: growth of the server's memory`).toBeLessThan(OFFERED)
  })
}

/** Writes no faster than the server reads, until it answers. */
async function pour(target: Target, id: string): Promise<{ status: number; taken: number }> {
  const { method, path, headers } = await sampleCall(subjectOf(id), target, 'owner')
  const { 'content-length': _length, ...rest } = headers ?? {}
  const { port } = target.server
  return new Promise((resolve, reject) => {
    let taken = 0
    let status: number | undefined
    const request = open({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host: `localhost:${port}`, ...rest },
      agent: false,
    })
    const finish = (): void => {
      if (status === undefined) return
      request.destroy()
      resolve({ status, taken })
    }
    const write = (): void => {
      if (status !== undefined || request.destroyed) return
      if (taken >= OFFERED) {
        request.end()
        return
      }
      taken += PIECE.length
      const isRoom = request.write(PIECE)
      if (isRoom) setImmediate(write)
      else request.once('drain', write)
    }
    request.once('response', (response) => {
      status = response.statusCode ?? 0
      response.resume()
      finish()
    })
    request.once('error', (error) => {
      if (!('code' in error)) reject(error)
      else resolve({ status: status ?? CUT_OFF, taken })
    })
    write()
  })
}

/** @returns bytes of memory that the process holds; 0 where the system doesn't tell */
function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return 0
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
