/**
 * Makes answers small: a list of documents is ten times as long without. Refuses to compress what
 * another site asked for. Whoever may send a person's browser to addresses of their choosing and
 * watch the wire reads from the length of compressed answers what the page holds, letter by letter
 * (BREACH, Gluck, Harris and Prado 2013); a length without compression tells them nothing.
 */
import { pipeline, Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { promisify } from 'node:util'
import { constants, createGzip, gzip } from 'node:zlib'

/** In bytes: below, an answer fits the packet that it arrives in either way. */
const WORTH_IT = 1024

/** Who began the request: our own page, or the person themselves (an address typed, a bookmark). */
const OURS: ReadonlySet<string | null> = new Set(['same-origin', 'none'])
/** Not pictures: a document's author chooses their address for whoever reads it. */
const READ_BY_US: ReadonlySet<string | null> = new Set(['document', 'empty'])

/**
 * @param response any answer; pages are passed on piece by piece as they come, answers of functions
 *   whole, everything else as it is
 * @returns the same answer, with `Content-Encoding: gzip` if that is allowed and worth it
 */
export async function compressed(response: Response, request: Request): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  const isPage = type.startsWith('text/html')
  const isResult = type.startsWith('application/json')
  if (response.body === null || !(isPage || isResult)) return response
  const headers = new Headers(response.headers)
  headers.append('vary', 'Accept-Encoding, Sec-Fetch-Site, Sec-Fetch-Dest')
  const { status, statusText } = response
  const answer = (body: BodyInit) => new Response(body, { status, statusText, headers })
  if (!mayCompress(request)) return answer(response.body)
  if (isPage) {
    headers.set('content-encoding', 'gzip')
    return answer(gzipAsItComes(response.body))
  }
  const bytes = await response.arrayBuffer()
  if (bytes.byteLength < WORTH_IT) return answer(bytes)
  headers.set('content-encoding', 'gzip')
  return answer(await promisify(gzip)(bytes))
}

function mayCompress({ headers }: Request): boolean {
  return (
    /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers.get('accept-encoding') ?? '') &&
    OURS.has(headers.get('sec-fetch-site')) &&
    READ_BY_US.has(headers.get('sec-fetch-dest'))
  )
}

/** Each piece leaves as it comes: a page's first half must not wait for its second. */
function gzipAsItComes(page: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const zip = createGzip({ flush: constants.Z_SYNC_FLUSH })
  const ofNode = page as NodeStream // one thing, of which Node and the browser each have a type
  // When the reader leaves, the page is stopped; when the page fails, the answer is cut off.
  pipeline(Readable.fromWeb(ofNode), zip, () => {})
  return Readable.toWeb(zip) as ReadableStream<Uint8Array> // as above
}
