/** The wire format of server functions: how a call is written and its answer read. */
import { createSerializationAdapter } from '@tanstack/react-router'
import { createDefaultSerovalPlugins, makeSerovalPlugin } from '@tanstack/react-router/ssr/client'
import { fromCrossJSON, toJSONAsync } from 'seroval'

/** A refusal as it arrives. */
export interface WireRefusal {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

const isRefusal = (value: unknown): value is WireRefusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'details' in value

/** Reads what src/start.ts writes, into plain data: the tests compare codes, not classes. */
const refusalAdapter = createSerializationAdapter({
  key: 'app-error',
  test: isRefusal,
  toSerializable: ({ code, message, details }) => ({
    code,
    message,
    details: JSON.stringify(details),
  }),
  fromSerializable: ({ code, message, details }): WireRefusal => ({
    code,
    message,
    details: JSON.parse(details) as WireRefusal['details'], // an object by the product's own table
  }),
})

const plugins = [makeSerovalPlugin(refusalAdapter), ...createDefaultSerovalPlugins()]

/** @returns the payload of a call, for the body of a POST or the query of a GET. */
export async function writeCall(payload: Readonly<Record<string, unknown>>): Promise<string> {
  return JSON.stringify(await toJSONAsync(payload, { plugins }))
}

export interface WireAnswer {
  readonly result?: unknown
  readonly refusal?: WireRefusal
}

/** @returns what an answer's body says, be it a function's or a refusal from before it. */
export function readAnswer(body: string, serialized: boolean): WireAnswer {
  const parsed: unknown = JSON.parse(body)
  const answer = serialized
    ? fromCrossJSON(parsed as Parameters<typeof fromCrossJSON>[0], { plugins, refs: new Map() }) // its own format
    : parsed
  if (typeof answer !== 'object' || answer === null) return { result: answer }
  if ('error' in answer && answer.error !== undefined && answer.error !== null) {
    return { refusal: refusalIn(answer.error) }
  }
  return { result: 'result' in answer ? answer.result : answer }
}

function refusalIn(error: unknown): WireRefusal {
  if (typeof error !== 'object' || error === null || !('code' in error)) {
    throw new Error(`an error outside the family reached the client: ${JSON.stringify(error)}`)
  }
  if (isRefusal(error)) return error
  // A server route's refusal: the details stand beside the code.
  const { code, message, ...details } = error as WireRefusal & Record<string, unknown> // checked above
  return { code, message, details }
}
