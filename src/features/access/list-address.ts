/**
 * How a list is narrowed, ordered and paged is in its address: it can be linked to, reloaded, and
 * gone back to.
 */
import { useDeferredValue, useMemo } from 'react'
import { type RegisteredRouter, useNavigate, useSearch } from '@tanstack/react-router'

/** What the addresses of the app's pages can ask for. */
type Search = ReturnType<typeof useSearch<RegisteredRouter, undefined, false>>

/** The orders that its lists can have. */
export type Order = NonNullable<Search['sort']>

export type ListChange = Partial<
  Pick<
    Search,
    'search' | 'status' | 'owner' | 'roleId' | 'type' | 'from' | 'to' | 'code' | 'before'
  >
>

/** @returns what the address asks of a list, ahead of the rows that are still on their way */
export function useAddressSearch(): Search {
  return useSearch({ strict: false })
}

/**
 * What the rows that are shown were asked for. While others are on their way the old ones stay:
 * nobody loses the box that they are typing into.
 *
 * @param search the route's search
 * @param read the list's reader of addresses
 */
export function useAsked<Raw, Asked>(search: Raw, read: (search: Raw) => Asked): Asked {
  const asked = useMemo(() => read(search), [read, search])
  return useDeferredValue(asked)
}

/** @returns writes a filter to the address; whatever is looked for, its first page comes first */
export function useListAddress() {
  const navigate = useNavigate()
  return (change: ListChange, replace = false) =>
    navigate({
      to: '.',
      search: (was) => ({ ...was, before: undefined, ...change, page: undefined }),
      replace,
      resetScroll: false,
    })
}
