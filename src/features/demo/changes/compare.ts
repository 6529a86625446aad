/** What came and what went between two people's views of a page. */
import type { Offered } from './offer'

/** Controls that do the same, or one page of the menu. */
export interface Difference {
  readonly kind: Offered['kind']
  readonly key: string
  readonly names: readonly string[]
}

export interface Comparison {
  readonly appeared: readonly Difference[]
  readonly went: readonly Difference[]
}

export function compare(before: readonly Offered[], after: readonly Offered[]): Comparison {
  return { appeared: onlyIn(after, before), went: onlyIn(before, after) }
}

function onlyIn(these: readonly Offered[], those: readonly Offered[]): Difference[] {
  const known = new Set(those.map(identity))
  const found = new Map<string, Difference>()
  for (const { kind, key, name } of these.filter((one) => !known.has(identity(one)))) {
    const group = `${kind} ${key}`
    found.set(group, { kind, key, names: [...(found.get(group)?.names ?? []), name] })
  }
  return [...found.values()]
}

function identity({ kind, key, name }: Offered): string {
  return `${kind} ${key} ${name}`
}
