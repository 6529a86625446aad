/**
 * How much of the pool one organization's changes may hold. A change waits for others of its own
 * organization (for the access lock, a row, the end of the audit chain) and holds a connection
 * meanwhile: without a bound, a few dozen calls in one organization would take every connection, and
 * each other tenant would be told 503.
 *
 * Whoever finds every place taken waits here, without a connection, as long as one waits for the
 * pool. Changes of one organization end one after another at the chain all the same, so fewer at once
 * are no slower. Reads are not bounded: they wait for nobody.
 */
import { unavailable } from '~/authz'
import { env } from '~/platform/env'

/** Of the pool, for the changes of one organization; never fewer than two. */
const SHARE = 0.3

/** Seconds; by then those who wait for a lock have got it or given up. */
const TRY_AGAIN_AFTER = 5

interface Places {
  taken: number
  readonly waiting: Set<() => void>
}

const places = new Map<string, Places>()

/**
 * @returns what gives the place back, to be called once
 * @throws AppError `unavailable` when none came free in time
 */
export async function takePlace(orgId: string): Promise<() => void> {
  const here = places.get(orgId) ?? { taken: 0, waiting: new Set() }
  places.set(orgId, here)
  if (here.taken < mostPlaces()) here.taken += 1
  else await untilGiven(here)
  return () => giveBack(orgId, here)
}

function mostPlaces(): number {
  return Math.max(2, Math.floor(env().DATABASE_POOL_SIZE * SHARE))
}

/** A place is handed over and never free in between: nobody who comes later gets it first. */
function untilGiven({ waiting }: Places): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      waiting.delete(take)
      reject(unavailable(TRY_AGAIN_AFTER))
    }, env().DATABASE_WAIT_MS)
    waiting.add(take)
  })
}

function giveBack(orgId: string, here: Places): void {
  const [next] = here.waiting
  if (next !== undefined) {
    here.waiting.delete(next)
    next()
    return
  }
  here.taken -= 1
  if (here.taken === 0) places.delete(orgId)
}
