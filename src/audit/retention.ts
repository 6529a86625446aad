/**
 * What is kept for a time only, and would otherwise grow for ever: refusals and their counts for 90
 * days, counters of sign-in attempts until they expire. How long is written in the database's own
 * function, so that nothing here can delete what is younger. The audit trail is kept.
 */
import { deleteExpiredRecords } from '~/db/identity-door'
import { failureFacts } from '~/platform/failure-facts'
import { log } from '~/platform/log'

const EVERY_MS = 3_600_000

let timer: NodeJS.Timeout | undefined

/** Deletes what has expired, now and then every hour, beside the requests. */
export function startRetention(): void {
  const sweep = () => void deleteExpired()
  sweep()
  timer = setInterval(sweep, EVERY_MS).unref()
}

/** Called at shutdown. */
export function stopRetention(): void {
  clearInterval(timer)
}

/** A portion at a time, until a portion is empty. What fails now is done in an hour. */
async function deleteExpired(): Promise<void> {
  try {
    let deleted: number
    do {
      deleted = await deleteExpiredRecords()
      if (deleted > 0) log().info({ deleted }, 'expired records were deleted')
    } while (deleted > 0)
  } catch (error) {
    log().warn({ failure: failureFacts(error) }, 'expired records could not be deleted')
  }
}
