/**
 * Defects that the suite has found and that are not mended yet. Each is asserted as it should be;
 * the test is expected to fail, and an entry here that no longer fails turns the suite red. This
 * list may only get shorter.
 */
import type { test as base } from './fixtures.ts'

const KNOWN_DEFECTS: Readonly<Record<string, string>> = {}

/** Turns the running test around when what it asserts is known not to hold. */
export function expectDefect(test: typeof base, id: string, what: string): void {
  const reason = KNOWN_DEFECTS[`${id}: ${what}`]
  if (reason !== undefined) test.fail(true, reason)
}
