/**
 * The kind for what anybody may call in a demo, and nobody anywhere else. Refuses 404 `not_found`
 * outside demo mode, before the input is looked at: there, the entrance doesn't exist.
 */
import { createMiddleware } from '@tanstack/react-start'
import { notFound } from '~/authz'
import { isDemo } from '~/platform/demo-mode'

const openInDemo = createMiddleware().server(({ next }) => {
  if (!isDemo()) throw notFound()
  return next()
})

/**
 * @param reason what it is for; shown in the list of entrances
 */
export function demoAccess(reason: string) {
  if (reason.trim() === '') throw new Error('demo access needs a reason')
  return openInDemo
}
