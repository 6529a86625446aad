/** What an answer must never hold: a trace of another tenant, or of the machinery. */
import { expect } from '@playwright/test'
import type { Answer } from '../harness/http.ts'
import { FERNWAY, LARKSPUR, TIDEWATER } from '../harness/people.ts'
import { type Caller, organizationOf } from './principals.ts'

/** The organizations, and the ids that the seed gives to projects and documents of each. */
const TRACES: Readonly<Record<string, RegExp>> = {
  [LARKSPUR]: /01900000-0000-7000-8000-000000(001001|010\d{3}|020\d{3})/,
  [TIDEWATER]: /01900000-0000-7000-8000-000000(001002|011\d{3}|021\d{3})/,
  [FERNWAY]: /01900000-0000-7000-8000-000000(001003|012\d{3}|022\d{3})/,
}

/** @param but an organization that the answer may speak of, besides the caller's own */
export function expectNoForeignTrace(
  answer: Answer,
  caller: Caller,
  what: string,
  but?: string,
): void {
  const home = organizationOf(caller)
  for (const [organization, trace] of Object.entries(TRACES)) {
    if (organization === home || organization === but) continue
    // See expectOutcome.
    if (!trace.test(answer.body)) continue
    expect(
      answer.body,
      `${what}: a trace of another organization that the tenant gate let pass`,
    ).not.toMatch(trace)
  }
}

/** Words of the database, of stacks and of the build. */
const MACHINERY =
  // `select-none` is a class of the pages' styles; no statement goes on with a hyphen.
  /\bselect\b(?!-).*\bfrom\b|\binsert into\b|violates|relation "|at \/|node_modules|\.js:\d/i

export function expectNoMachinery(answer: Answer, what: string): void {
  if (!MACHINERY.test(answer.body)) return
  expect(
    answer.body,
    `${what}: a trace of the machinery that the error mapping let pass`,
  ).not.toMatch(MACHINERY)
}
