/**
 * The page that stays when the person changes. Where somebody was refused a page and led away from
 * it, that page: the next person tries the same door.
 */
import type { Departure } from './remembered'

/**
 * @param here the address that is shown
 * @param last what the document before this one left
 * @returns a path with its search; whoever goes there still passes it through `safeRedirect`
 */
export function wantedPage(here: Pick<Location, 'pathname' | 'search'>, last?: Departure): string {
  const search = new URLSearchParams(here.search)
  switch (here.pathname) {
    case '/login':
      return asText(search.get('redirect')) ?? '/'
    case '/unauthorized':
      return asText(search.get('from')) ?? '/'
    // Of no use to somebody who is signed in.
    case '/signup':
    case '/forgot':
      return '/'
    case '/welcome':
      return last?.page ?? '/welcome'
    default:
      return here.pathname + here.search
  }
}

/** The router writes a text that reads as something else in quotes. */
function asText(value: string | null): string | undefined {
  return value?.startsWith('/') === true ? value : undefined
}
