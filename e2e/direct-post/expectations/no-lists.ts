/** What no list is asked for: pages, orders and states that there are none of, and endless words. */
import type { JsonObject } from '../wire.ts'
import type { Case } from './row.ts'

const NOT_ASKED_FOR: Readonly<Record<string, JsonObject>> = {
  'page nought': { page: 0 },
  'half a page': { page: 1.5 },
  'a page that takes a million rows to skip': { page: 100_000 },
  'an order that is a query': { sort: 'id; select 1' },
  'an order by a column that is not shown': { sort: 'orgId' },
  'a state that there is none of': { status: '%' },
  'words without end': { search: 'a'.repeat(101) },
  'words that are a pattern': { search: { like: '%' } },
}

/** Refused by every list alike, to who may read it. */
export const NO_LISTS: readonly Case[] = Object.entries(NOT_ASKED_FOR).map(([title, data]) => ({
  title: `asked for ${title}`,
  as: 'owner',
  data: () => data,
  outcome: 'invalid_input',
}))
