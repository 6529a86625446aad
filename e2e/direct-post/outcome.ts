/**
 * What an answer says, and which layer says it. A status alone proves little: the 403 of the
 * cross-site check is not the 403 of a missing permission. So an outcome is the status *and* the
 * code, and every code belongs to one layer.
 */
import { expect } from '@playwright/test'
import type { Answer } from '../harness/http.ts'
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
 * @throws when status, code or layer is another
 */
export function expectOutcome(answer: Answer, outcome: Outcome, what: string): void {
  const layer = outcome === 'ok' ? 'every gate should let it pass' : layerMessage(outcome)
  expect(outcomeOf(answer), `${what}: ${layer}`).toBe(asText(outcome))
}

function layerMessage(outcome: Refused): string {
  return `${REFUSALS[outcome][1]} should refuse it`
}
