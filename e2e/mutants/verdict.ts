/** Whether a mutant was noticed, for the right reason. */
import type { Findings } from './findings.ts'
import type { Mutant, TestName } from './mutant.ts'
import type { Ended } from './processes.ts'

export interface Verdict {
  readonly passed: boolean
  readonly words: string
  /** What a person needs to see when it failed. */
  readonly details?: string
}

/** Red, in the named test, and one message says which entrance, which layer and what happened. */
export function judge(mutant: Mutant, outcome: Findings | Ended): Verdict {
  if (!('messages' in outcome)) return failed('the suite did not run', outcome.output)
  const { green, red, messages, trouble } = outcome
  if (trouble.length > 0) return failed('the suite could not run', trouble.join('\n\n'))
  if (red.length + green.length === 0) {
    return failed('no such test', `${mutant.killedBy.spec}: ${mutant.killedBy.title}`)
  }
  if (red.length === 0) return failed('SURVIVED', `green: ${green.join('\n')}`)
  const says = [mutant.entrance, mutant.layer, mutant.observed]
  const telling = messages.find((message) => says.every((part) => message.includes(part)))
  if (telling === undefined) {
    return failed(
      'red for another reason',
      `no message with all of\n  ${says.join('\n  ')}\nin:\n${messages.join('\n\n')}`,
    )
  }
  return { passed: true, words: 'killed' }
}

/** The unbroken copy: each of the tests was run, and is green. */
export function judgeControl(tests: readonly TestName[], outcome: Findings | Ended): Verdict {
  if (!('messages' in outcome)) return failed('the suite did not run', outcome.output)
  const { green, red, messages, trouble } = outcome
  if (red.length + trouble.length > 0) {
    return failed('red without a mutation', [...trouble, ...red, ...messages].join('\n\n'))
  }
  const missing = tests.filter(({ title }) => !green.includes(title))
  if (missing.length > 0) {
    return failed('no such test', missing.map(({ spec, title }) => `${spec}: ${title}`).join('\n'))
  }
  return { passed: true, words: 'green' }
}

export function failed(words: string, details: string): Verdict {
  return { passed: false, words, details }
}
