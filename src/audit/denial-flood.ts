/**
 * Keeps a flood of refusals from becoming a flood of writes. Being refused costs a caller nothing,
 * so recording it must cost us little: the first few of a caller × entrance × minute are written
 * at once, a few at a time; the rest are counted here and written in one statement a second.
 */
import { countDenials } from '~/db/identity-door'
import { log } from '~/platform/log'

const IN_FULL_PER_MINUTE = 5
/** Connections that recording may take from the pool at once. */
const WRITES_AT_ONCE = 2
/** Callers × entrances that are remembered; beyond it a refusal is only a log line. */
const MOST_KEYS = 5_000
/** The same of one caller in a minute: nobody takes the room of all the others. */
const MOST_KEYS_OF_ONE = 100
const FLUSH_MS = 1_000

interface Tally {
  readonly minute: number
  readonly caller: string
  readonly entrance: string
  seen: number
  unwritten: number
}

const tallies = new Map<string, Tally>()
/** Minute and caller → how many of the tallies are theirs. */
const keysOf = new Map<string, number>()
let writing = 0
let timer: NodeJS.Timeout | undefined

/**
 * Runs `write` for the first few refusals and counts the others. Never rejects: the caller is
 * refused all the same.
 */
export async function inFullOrCounted(
  caller: string,
  entrance: string,
  write: () => Promise<void>,
): Promise<void> {
  const tally = tallyOf(caller, entrance)
  if (tally === undefined) return
  tally.seen += 1
  if (tally.seen > IN_FULL_PER_MINUTE || writing >= WRITES_AT_ONCE) {
    tally.unwritten += 1
    timer ??= setTimeout(() => void flushDenials(), FLUSH_MS).unref()
    return
  }
  writing += 1
  try {
    await write()
  } catch {
    log().warn({ entrance }, 'a denial could not be put on record')
  } finally {
    writing -= 1
  }
}

/** Writes what has been counted. Called every second while there is any, and at shutdown. */
export async function flushDenials(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const counts = [...tallies.values()].filter(({ unwritten }) => unwritten > 0)
  const rows = counts.map(({ minute, caller, entrance, unwritten }) => ({
    minute: new Date(minute),
    caller,
    entrance,
    count: unwritten,
  }))
  for (const tally of counts) tally.unwritten = 0
  forgetEarlierMinutes()
  if (rows.length === 0) return
  try {
    await countDenials(rows)
  } catch {
    log().warn({ refusals: rows.length }, 'counts of denials could not be put on record')
  }
}

function tallyOf(caller: string, entrance: string): Tally | undefined {
  const minute = Math.floor(Date.now() / 60_000) * 60_000
  const owner = `${minute} ${caller}`
  const key = `${owner} ${entrance}`
  const known = tallies.get(key)
  if (known !== undefined) return known
  const theirs = keysOf.get(owner) ?? 0
  if (theirs >= MOST_KEYS_OF_ONE) return undefined
  if (tallies.size >= MOST_KEYS) forgetEarlierMinutes()
  if (tallies.size >= MOST_KEYS) return undefined
  const tally = { minute, caller, entrance, seen: 0, unwritten: 0 }
  tallies.set(key, tally)
  keysOf.set(owner, theirs + 1)
  return tally
}

function forgetEarlierMinutes(): void {
  const minute = Math.floor(Date.now() / 60_000) * 60_000
  for (const [key, tally] of tallies) {
    if (tally.minute === minute || tally.unwritten > 0) continue
    tallies.delete(key)
    keysOf.delete(`${tally.minute} ${tally.caller}`)
  }
}
