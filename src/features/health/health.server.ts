/** May traffic be sent here? The reasons against it are for the log, not for whoever asks. */
import { readinessProblems } from '~/db/readiness'
import { log } from '~/platform/log'

/** @returns 200, or 503 with nothing but the word for it */
export async function readiness(): Promise<Response> {
  const problems = await readinessProblems().catch(() => ['the database cannot be asked'])
  if (problems.length === 0) return Response.json({ status: 'ready' })
  log().warn({ problems }, 'not ready')
  return Response.json({ status: 'not ready' }, { status: 503 })
}
