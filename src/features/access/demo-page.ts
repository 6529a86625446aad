/** Whether this page is the demo's: the server writes it on the document, for pages that read nothing. */
import { createIsomorphicFn } from '@tanstack/react-start'
import { isDemo } from '~/platform/demo-mode'

export const isDemoPage = createIsomorphicFn()
  .server(() => isDemo())
  .client(() => document.documentElement.dataset['demo'] !== undefined)

/** What the document's element carries. */
export function demoAttribute(): { 'data-demo'?: '' } {
  return isDemoPage() ? { 'data-demo': '' } : {}
}
