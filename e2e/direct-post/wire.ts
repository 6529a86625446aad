/**
 * The wire format of server functions, written and read without the product's code: what a client
 * sends is seroval's JSON of `{ data, context }`; what comes back is seroval's JSON too, with
 * refusals as a tagged node inside it.
 */
import { toJSONAsync } from 'seroval'
import type { Answer, Call } from '../harness/http.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** @returns the bytes of a call; `undefined` data is a call without input */
export async function encode(data: unknown, context?: unknown): Promise<string> {
  return JSON.stringify(await toJSONAsync(context === undefined ? { data } : { data, context }))
}

/** @returns a value by itself, as the context of a form is written */
export async function encodeAlone(value: unknown): Promise<string> {
  return JSON.stringify(await toJSONAsync(value))
}

/** What every legitimate call carries. */
const FROM_OUR_PAGE = { 'sec-fetch-site': 'same-origin', 'x-tsr-serverfn': 'true' }

/** A call as our own page would make it: a POST's payload is its body, a GET's is in the query. */
export function functionCall(
  { method, url }: { readonly method: string; readonly url: string },
  payload: string,
  headers: Readonly<Record<string, string>> = {},
): Call {
  if (method === 'GET') {
    return {
      method,
      path: `${url}?payload=${encodeURIComponent(payload)}`,
      headers: { ...FROM_OUR_PAGE, ...headers },
    }
  }
  return {
    method,
    path: url,
    headers: { ...FROM_OUR_PAGE, 'content-type': 'application/json', ...headers },
    body: payload,
  }
}

export interface Refusal {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

/** @returns the refusal that an answer carries, be it a function's or a route's */
export function refusalIn({ body, status }: Answer): Refusal | undefined {
  const parsed = parse(body)
  const tagged = findTagged(parsed)
  if (tagged !== undefined) {
    const { code, details } = tagged
    return { code, details: parse(unescape(details)) as Refusal['details'] } // written by one adapter
  }
  if (status < 400) return undefined
  const plain: unknown = isObject(parsed) ? parsed.error : undefined
  if (!isObject(plain)) return undefined
  const { code, ...details } = plain
  return typeof code === 'string' ? { code, details } : undefined
}

/** The node that src/start.ts's adapter writes: `{ c: '$TSR/t/app-error', s: { v: object node } }`. */
function findTagged(node: unknown): { code: string; details: string } | undefined {
  if (Array.isArray(node)) {
    for (const inner of node) {
      const found = findTagged(inner)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isObject(node)) return undefined
  if (node.c === '$TSR/t/app-error' && isObject(node.s)) return fieldsOf(node.s.v)
  for (const inner of Object.values(node)) {
    const found = findTagged(inner)
    if (found !== undefined) return found
  }
  return undefined
}

function fieldsOf(node: unknown): { code: string; details: string } {
  const properties = isObject(node) ? node.p : undefined
  if (!isObject(properties)) throw new Error('a refusal of an unknown shape')
  const { k, v } = properties
  if (!Array.isArray(k) || !Array.isArray(v)) throw new Error('a refusal of an unknown shape')
  const text = (name: string): string => {
    const value: unknown = v[k.indexOf(name)]
    return isObject(value) && typeof value.s === 'string' ? value.s : ''
  }
  return { code: text('code'), details: text('details') }
}

/** Strings travel escaped as in a script. */
function unescape(text: string): string {
  return parse(`"${text}"`) as string // a string literal is a string
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
