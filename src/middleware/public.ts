/**
 * The kind for what anybody may call. It gates nothing; it exists so that a missing gate and a
 * deliberate absence of one don't look the same, in review and to the static check.
 */
import { createMiddleware } from '@tanstack/react-start'

const openToAll = createMiddleware().server(({ next }) => next())

/**
 * @param reason why no gate is right here; shown in the list of entrances
 */
export function publicAccess(reason: string) {
  if (reason.trim() === '') throw new Error('public access needs a reason')
  return openToAll
}
