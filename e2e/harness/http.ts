/**
 * Raw HTTP. A browser or `fetch` would set, forbid or repair the very headers that an attacker
 * writes by hand, so requests are written with node:http, one connection each.
 */
import { type ClientRequest, type IncomingMessage, request as open } from 'node:http'

export interface Call {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Without a length, in pieces. */
  readonly chunked?: boolean
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: string
}

/** "Quickly": a parser that an attacker can keep busy shows as no answer. */
const PATIENCE_MS = 15_000
const PIECE = 16 * 1024
/** What the product takes at most, in bytes; more is refused by its length alone. */
const REFUSED_BEYOND = 512 * 1024
const BEFORE_A_REFUSED_BODY_MS = 250

/** @param port on 127.0.0.1; the Host header says localhost unless the call has its own */
export function send(port: number, call: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = open({
      host: '127.0.0.1',
      port,
      method: call.method,
      path: call.path,
      headers: { host: `localhost:${port}`, ...lengthOf(call), ...call.headers },
      agent: false,
      timeout: PATIENCE_MS,
    })
    let answered = false
    request.on('response', (response) => {
      answered = true
      read(response).then(resolve, reject)
    })
    request.on('timeout', () => {
      request.destroy(new Error(`${call.method} ${call.path} was not answered`))
    })
    // A server that refuses a body may close while we still write; what counts is its answer.
    request.on('error', (error) => {
      if (!answered) reject(error)
    })
    if (call.chunked === true) stream(request, call.body ?? '', () => answered)
    else if (Buffer.byteLength(call.body ?? '') > REFUSED_BEYOND)
      writeLate(request, call.body ?? '')
    else request.end(call.body)
  })
}

function lengthOf({ body, chunked }: Call): Record<string, string> {
  if (body === undefined || chunked === true) return {}
  return { 'content-length': String(Buffer.byteLength(body)) }
}

/**
 * Sends the head, and the body a moment later if there is no answer yet. A server that refuses by the
 * length alone closes while the body is on its way, and the failing write would lose its answer.
 */
function writeLate(request: ClientRequest, body: string | Buffer): void {
  request.flushHeaders()
  const writing = setTimeout(() => request.end(body), BEFORE_A_REFUSED_BODY_MS)
  request.on('response', () => clearTimeout(writing))
}

/** Writes piece by piece and stops as soon as there is an answer. */
function stream(request: ClientRequest, body: string | Buffer, answered: () => boolean): void {
  const bytes = Buffer.from(body)
  const next = (from: number): void => {
    if (answered() || request.destroyed) return
    if (from >= bytes.length) {
      request.end()
      return
    }
    request.write(bytes.subarray(from, from + PIECE))
    setTimeout(() => next(from + PIECE), 1)
  }
  next(0)
}

async function read(response: IncomingMessage): Promise<Answer> {
  let body = ''
  response.setEncoding('utf8')
  try {
    for await (const piece of response) body += String(piece)
  } catch (error) {
    // Cut off after a complete refusal, because we were still writing.
    if (!response.complete && (response.statusCode ?? 0) < 400) throw error
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>, // made of pairs of strings above
    cookies: response.headers['set-cookie'] ?? [],
    body,
  }
}
