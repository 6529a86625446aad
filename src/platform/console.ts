/**
 * Libraries that fail write to the console: the framework a payload it could not parse, the sign-in
 * library a query with its parameters. In a server that serves, such a failure becomes a line of the
 * log like any other, without its text (see failure-facts.ts).
 */
import { failureFacts } from './failure-facts'
import { log } from './log'

/** What a caller's malformed payload fails with: no failure of ours, and nothing to be woken for. */
const MALFORMED = /^(SyntaxError|Seroval\w*)$/

/** Sends `console.error` and `console.warn` to the log from now on. */
export function logTheConsole(): void {
  Object.assign(console, {
    error: (...said: unknown[]) => report(said, 'error'),
    warn: (...said: unknown[]) => report(said, 'warn'),
  })
}

function report(said: readonly unknown[], level: 'error' | 'warn'): void {
  // Without an error there is still the place that it was said at.
  const failure = said.find((part) => part instanceof Error) ?? new Error('said without an error')
  const facts = failureFacts(failure)
  const malformed = MALFORMED.test(failure.name) || MALFORMED.test(failure.constructor.name)
  log()[malformed ? 'info' : level]({ failure: facts }, 'reported by a library')
}
