/**
 * Links that say which organization they lead into: `/documents/…?org=<id>`.
 *
 * The server takes no notice of it. A page of another organization is a 404 to it like any made-up
 * address, and which of one's organizations a page is in, if any, is nothing it would tell. The
 * link tells, and the page compares that with the memberships that it knows anyway.
 */
import { safeRedirect } from './safe-redirect'
import type { Viewer } from './viewer'

const KEY = 'org'
/** Stands in for this site: only paths are handled here. */
const HERE = 'http://here.invalid'

export interface LinkedOrganization {
  readonly id: string
  readonly name: string
  /** The page that was linked to, without the mention of the organization. */
  readonly page: string
}

/**
 * @param href the path and search that was opened
 * @returns the other organization of this person's own that the link leads into; undefined for a
 *   link without one, into the one that is worked in, or into one that isn't open to them
 */
export function linkedOrganization(viewer: Viewer, href: string): LinkedOrganization | undefined {
  const url = new URL(safeRedirect(href), HERE)
  const id = url.searchParams.get(KEY)
  if (id === null || id === viewer.organization?.id) return undefined
  const found = viewer.organizations.find((one) => one.id === id && one.status === 'active')
  if (found === undefined) return undefined
  url.searchParams.delete(KEY)
  return { id, name: found.name, page: url.pathname + url.search + url.hash }
}

/** @returns the address as it should be shared: it says which organization it leads into */
export function linkInto(organizationId: string, address: string): string {
  const url = new URL(address)
  url.searchParams.set(KEY, organizationId)
  return url.href
}
