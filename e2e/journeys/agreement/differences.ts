/** What a page shows to somebody, held against what the server answers them. */
import { ACCOUNTS } from '../../harness/people.ts'
import type { Site } from '../site.ts'
import { mayCall } from './ask.ts'
import { EXCEPTIONS, type Exception } from './exceptions.ts'
import { offersOf } from './offers.ts'
import type { Persona } from './personas.ts'
import type { PageOfRow } from './rows.ts'

export interface Compared {
  readonly asked: number
  readonly differences: readonly string[]
  readonly met: readonly Exception[]
}

/** @param shown the functions that the page offers this person */
export async function compare(
  site: Site,
  persona: Persona,
  page: PageOfRow,
  shown: ReadonlySet<string>,
  offers: readonly string[] = offersOf(page.kind),
): Promise<Compared> {
  const { kind, path, row } = page
  const differences: string[] = []
  const met: Exception[] = []
  const functions = [...new Set([...offers, ...shown])]
  for (const fn of functions) {
    const isShown = shown.has(fn)
    if (!offers.includes(fn)) differences.push(`${path} offers ${fn}: see offers.ts`)
    const answer = await mayCall(site, persona, fn, row)
    if (isShown === (answer === 'allowed')) continue
    const is = isShown ? 'shown' : 'hidden'
    const exception = EXCEPTIONS.find(
      (one) =>
        one.as.includes(persona) &&
        one.fn === fn &&
        one.kind === kind &&
        one.is === is &&
        (one.about === undefined || ACCOUNTS[one.about].userId === row.userId),
    )
    if (exception === undefined) differences.push(`${path} ${is} ${fn}, ${answer}`)
    else met.push(exception)
  }
  return { asked: functions.length, differences, met }
}
