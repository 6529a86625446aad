/**
 * What an answer says, and which layer says it. A status alone proves little: the 403 of the
 * cross-site check is not the 403 of a missing permission. So an outcome is the status *and* the
 * code, and every code belongs to one layer.
 */
import { expect } from '@playwright/test'
import type { Answer } from '../harness/http.ts'
import type { FunctionRow } from './expectations/row.ts'
import { refusalIn } from './wire.ts'

/** Code → its status, its layer, and its cell in the matrix. */
export const REFUSALS = {
  invalid_input: [400, 'the input validator', '400 input'],
  malformed_request: [400, 'the error mapping', '400'],
  unauthenticated: [401, 'the session gate', '401'],
  feature_not_in_plan: [402, 'the feature gate', '402 plan'],
  quota_exceeded: [402, 'the quota gate', '402 quota'],
  csrf: [403, 'the cross-site check', '403 csrf'],
  forbidden: [403, 'the permission gate', '403'],
  no_membership: [403, 'the membership gate', '403 member'],
  not_found: [404, 'the resource gate', '404'],
  method_not_allowed: [405, 'the method check', '405'],
  conflict: [409, 'the rules of the feature', '409'],
  organization_changed: [409, 'the tenant gate', '409 org'],
  payload_too_large: [413, 'the body limit', '413'],
  misdirected_request: [421, 'the host check', '421'],
  rate_limited: [429, 'the sign-in limit', '429'],
} as const satisfies Record<string, readonly [number, string, string]>

export type Refused = keyof typeof REFUSALS
export type Outcome = 'ok' | Refused

/** What was asked: a function or route of some kind, or an address where there is none. */
export type Place = FunctionRow['kind'] | 'no function' | 'no endpoint'

/** Codes that several layers answer with, and whose they are at which place. */
const LAYERS_AT: Partial<Record<Refused, Partial<Record<Place, string>>>> = {
  not_found: {
    public: 'the demo gate',
    'signed in': 'the rules of the feature',
    'no function': 'the address check',
    'no endpoint': 'the list of sign-in endpoints',
  },
  forbidden: { resource: 'the resource gate' },
}

/** `200 ok`, `403 forbidden`, `500 internal`, `413 without a code`. */
function outcomeOf(answer: Answer): string {
  const refusal = refusalIn(answer)
  if (refusal !== undefined) return `${answer.status} ${refusal.code}`
  return answer.status === 200 ? '200 ok' : `${answer.status} without a code`
}

function asText(outcome: Outcome): string {
  return outcome === 'ok' ? '200 ok' : `${REFUSALS[outcome][0]} ${outcome}`
}

export function cellOf(outcome: Outcome): string {
  return outcome === 'ok' ? 'ok' : REFUSALS[outcome][2]
}

/**
 * @param what the entrance and the caller, for the message: it must name who failed at what
 * @param place where several layers share the code: which of them the message names
 * @throws when status, code or layer is another
 */
export function expectOutcome(answer: Answer, outcome: Outcome, what: string, place?: Place): void {
  const observed = outcomeOf(answer)
  const wanted = asText(outcome)
  // Every `expect` is a step of the report, which takes longer than the request that it is about.
  if (observed === wanted) return
  expect(observed, `${what}: ${complaint(answer, outcome, place)}`).toBe(wanted)
}

/** Who has failed if the outcome is another. */
function complaint(answer: Answer, outcome: Outcome, place: Place | undefined): string {
  if (outcome === 'ok') return 'every gate should let it pass'
  // The right layer has refused: whatever is wrong came after it.
  if (refusalIn(answer)?.code === outcome) return 'the error mapping should give it its status'
  return `${layerAt(outcome, place)} should refuse it`
}

function layerAt(outcome: Refused, place: Place | undefined): string {
  return (place && LAYERS_AT[outcome]?.[place]) ?? REFUSALS[outcome][1]
}
