/**
 * Sends along which organization the page was rendered for, so that the server can refuse a form
 * that was opened in one organization and submitted after a switch to another (see tenant.ts).
 */
import { createMiddleware } from '@tanstack/react-start'
import { ORGANIZATION_HEADER } from './organization-header'

/**
 * Which organization this browser tab shows. Kept in the tab alone: on the server a module's
 * variable would be shared by everybody's requests, so there it is never set.
 */
let shown: string | undefined

/** Remembers the organization that this tab shows; does nothing on the server. */
export function rememberRenderedOrganization(id: string | undefined): void {
  if (typeof document !== 'undefined') shown = id
}

export const organizationAssertion = createMiddleware({ type: 'function' }).client(({ next }) =>
  next(shown === undefined ? {} : { headers: { [ORGANIZATION_HEADER]: shown } }),
)
