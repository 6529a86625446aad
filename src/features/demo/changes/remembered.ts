/**
 * What one document leaves for the next when the person changes: who was here, where, and what the
 * page offered them. It stays in this tab and names nothing that the tab didn't show.
 */
import type { Offered } from './offer'

export interface Departure {
  /** Who it was; null for nobody. */
  readonly name: string | null
  /** The page that was open, which the next person is brought to. */
  readonly page: string
  readonly offer: readonly Offered[]
  /** The note about it has been read, and put away. */
  readonly told?: true
}

const KEY = 'gatehouse.departure'

export function rememberDeparture(departure: Departure): void {
  attempt(() => sessionStorage.setItem(KEY, JSON.stringify(departure)))
}

/** @returns what the document before this one left, if a person changed there */
export function lastDeparture(): Departure | undefined {
  const text = attempt(() => sessionStorage.getItem(KEY))
  if (typeof text !== 'string') return undefined
  const value: unknown = attempt(() => JSON.parse(text) as unknown) // whatever it holds is checked next
  return isDeparture(value) ? value : undefined
}

function isDeparture(value: unknown): value is Departure {
  if (!isRecord(value) || !Array.isArray(value['offer'])) return false
  const { name, page, offer } = value
  return (
    (name === null || typeof name === 'string') &&
    typeof page === 'string' &&
    offer.every(isOffered)
  )
}

function isOffered(value: unknown): value is Offered {
  if (!isRecord(value)) return false
  const { kind, key, name } = value
  return (
    (kind === 'control' || kind === 'page') && typeof key === 'string' && typeof name === 'string'
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A browser may keep its storage shut; then nothing is remembered, and nothing breaks. */
function attempt<Result>(access: () => Result): Result | undefined {
  try {
    return access()
  } catch {
    return undefined
  }
}
