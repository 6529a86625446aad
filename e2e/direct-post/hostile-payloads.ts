/** Payloads for case 10: what parsers and prototypes have fallen for. */
import type { JsonObject } from './wire.ts'

/** One node of seroval's JSON inside another: an array in an array in an array. */
function nested(depth: number): string {
  const data = '{"t":9,"i":1,"a":['.repeat(depth) + '],"o":0}'.repeat(depth)
  return `{"t":{"t":10,"i":0,"p":{"k":["data"],"v":[${data}]},"o":0},"f":127,"m":[]}`
}

const node = (inner: string): string => `{"t":${inner},"f":127,"m":[]}`

/** Bytes that are no payload. */
export const BODIES: Readonly<Record<string, string>> = {
  'no JSON': '{"data":',
  'nothing at all': '',
  'JSON of another kind': '{"data":{"name":"x"}}',
  'a list': '[]',
  null: 'null',
  'a number': '1',
  'a text': '"x"',
  'a node of an unknown type': node('{"t":99,"i":0}'),
  'a node of no type': node('{"t":"10","i":0,"p":{"k":["data"],"v":[]}}'),
  'a plugin that nobody installed': node('{"t":25,"i":0,"s":{},"c":"evil"}'),
  'an object without values': node('{"t":10,"i":0,"p":{"k":["data","context"],"v":[]},"o":0}'),
  'very deep nodes': nested(6000),
  'very deep JSON': '['.repeat(100_000),
}

/** Input that arrives, around a sample that would be accepted. */
export const HOSTILE_INPUTS: Readonly<Record<string, (sample: JsonObject) => unknown>> = {
  'an input that holds itself': (sample) => {
    const cyclic: Record<string, unknown> = { ...sample }
    cyclic.self = cyclic
    return cyclic
  },
  'a deep key beside the others': (sample) => ({ ...sample, deep: deepList(60) }),
  'objects for values, and one more': (sample) => ({
    // The ids stay, so that it isn't the resource gate that refuses.
    ...Object.fromEntries(
      Object.keys(sample).map((key) => [key, key.endsWith('Id') ? sample[key] : { toString: 'x' }]),
    ),
    toString: 'x',
  }),
}

function deepList(depth: number): unknown {
  return depth === 0 ? [] : [deepList(depth - 1)]
}
