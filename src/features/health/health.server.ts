/** May traffic be sent here? The reasons against it are for the log, not for whoever asks. */
import { readinessProblems } from '~/db/readiness'
import { log } from '~/platform/log'

/** Anybody may ask, as often as they like: a verdict, good or bad, stands for this long. */
const STANDS_FOR_MS = 1_000

let verdict: Promise<string[]> | undefined
let standsUntil = 0

/** @returns 200, or 503 with nothing but the word for it */
export async function readiness(): Promise<Response> {
  const problems = await problemsNow()
  if (problems.length === 0) return Response.json({ status: 'ready' })
  return Response.json({ status: 'not ready' }, { status: 503 })
}

/** One look at a time, which all who ask meanwhile share. Its second begins when the look begins. */
function problemsNow(): Promise<string[]> {
  if (verdict !== undefined && performance.now() < standsUntil) return verdict
  standsUntil = Number.POSITIVE_INFINITY
  verdict = look()
  return verdict
}

async function look(): Promise<string[]> {
  const began = performance.now()
  const problems = await readinessProblems().catch(() => ['the database cannot be asked'])
  standsUntil = began + STANDS_FOR_MS
  if (problems.length > 0) log().warn({ problems }, 'not ready')
  return problems
}
