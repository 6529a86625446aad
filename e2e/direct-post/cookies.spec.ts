/**
 * Case 2: cookies that somebody made or changed. Each counts as no cookie at all, and none keeps
 * the server busy (a request that isn't answered within seconds fails).
 */
import { expectEffect } from './effects.ts'
import { test } from './fixtures.ts'
import { forgeries } from './forged-cookies.ts'
import { expectOutcome } from './outcome.ts'
import { sampleCall, type Subject, SUBJECTS, whoMay } from './subjects.ts'
import type { Target } from './target.ts'

for (const subject of SUBJECTS) {
  test(`${subject.id}: no cookie that was tampered with counts (2)`, async ({ target }) => {
    await attackWithCookies(subject, target)
  })
}

/** Every so many of the cookies, where each costs a password's hash or a mail. */
const OF_A_SUCCESS = 5

async function attackWithCookies(subject: Subject, target: Target): Promise<void> {
  const { id, row } = subject
  const may = whoMay(subject)
  const good = target.cookies(may === 'anonymous' ? 'owner' : may).cookie ?? ''
  const all = Object.entries(forgeries(good, target.secret))
  // Whoever needs no cookie succeeds with each, and that takes the work of a success: some will do.
  const isForAnybody = row.outcomes.anonymous === 'ok' && row.changes !== undefined
  const tried = isForAnybody ? all.filter((_one, index) => index % OF_A_SUCCESS === 0) : all
  for (const [name, cookie] of tried) {
    const call = await sampleCall(subject, target, 'anonymous', { cookie })
    const what = `${id} with ${name}`
    const outcome = row.outcomes.anonymous
    const changes = row.changes?.('anonymous')
    // After a refusal nothing has changed: the fixture looks once, when all of them are through.
    if (outcome === 'ok')
      await expectEffect(target, call, { what, caller: 'anonymous', outcome, changes })
    else expectOutcome(await target.send(call), outcome, what)
  }
}
