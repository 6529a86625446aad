/** Each served function with its row of the expectations: what the specs iterate over. */
import type { Call } from '../harness/http.ts'
import { readEntrances } from './entrances.ts'
import { FUNCTION_ROWS } from './expectations/all-functions.ts'
import type { FunctionRow } from './expectations/row.ts'
import { type Caller, PRINCIPALS, type Principal } from './principals.ts'
import type { Target } from './target.ts'
import { encode, functionCall, type JsonObject } from './wire.ts'

export interface Subject {
  readonly id: string
  readonly url: string
  readonly method: string
  readonly row: FunctionRow
}

/** A function without a row isn't here; coverage.spec.ts fails for it. */
export const SUBJECTS: readonly Subject[] = readEntrances().functions.flatMap(
  ({ id, url, method }) => {
    const row = FUNCTION_ROWS[id]
    return row === undefined ? [] : [{ id, url, method, row }]
  },
)

/** @throws when the build does not serve it: a test without its subject must not pass */
export function subjectOf(id: string): Subject {
  const subject = SUBJECTS.find((one) => one.id === id)
  if (subject === undefined) throw new Error(`${id} is not served`)
  return subject
}

/** Subjects that ask for a membership in an organization. */
export const IN_AN_ORGANIZATION = SUBJECTS.filter(({ row }) =>
  ['member', 'permission', 'resource'].includes(row.kind),
)

/** @returns the sample input, undefined where there is none */
export function sampleOf({ row }: Subject, target: Target): JsonObject | undefined {
  return row.data?.(target.world)
}

/** @returns the first principal who may, in the order of power that the columns have */
export function whoMay({ id, row }: Subject): Principal {
  const order: readonly Principal[] = ['owner', ...PRINCIPALS]
  const allowed = order.find((principal) => row.outcomes[principal] === 'ok')
  if (allowed === undefined) throw new Error(`nobody may call ${id}: the row proves nothing`)
  return allowed
}

/** @returns principals who are refused although they are signed in, one for each kind of refusal */
export function whoMayNot({ row }: Subject): Principal[] {
  const order: readonly Principal[] = ['author', 'viewer', 'billing', 'editor', 'otherAdmin']
  const refused = [...order, ...PRINCIPALS].filter((principal) => row.outcomes[principal] !== 'ok')
  const outcomes = new Set(refused.map((principal) => row.outcomes[principal]))
  return [...outcomes].flatMap(
    (outcome) => refused.find((principal) => row.outcomes[principal] === outcome) ?? [],
  )
}

/** The sample, as this caller's browser would send it. */
export async function sampleCall(
  subject: Subject,
  target: Target,
  caller: Caller,
  headers: Readonly<Record<string, string>> = {},
): Promise<Call> {
  return callWith(subject, target, caller, sampleOf(subject, target), headers)
}

/** Any input, as this caller's browser would send it. */
export async function callWith(
  subject: Subject,
  target: Target,
  caller: Caller,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Call> {
  return functionCall(subject, await encode(data), { ...target.cookies(caller), ...headers })
}
