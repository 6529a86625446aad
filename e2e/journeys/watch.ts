/**
 * Everything that the browser complains about, on every page and in every tab of a test: script
 * errors, failed hydration, what the content security policy refused, and requests to other sites.
 */
import type { BrowserContext } from '@playwright/test'

export interface Watch {
  readonly complaints: string[]
  /** Statuses of refused requests, which the browser logs as errors too. */
  readonly refusals: Set<number>
}

const REFUSED = /^Failed to load resource: the server responded with a status of (\d{3})/

export function watch(context: BrowserContext, origin: string): Watch {
  const complaints: string[] = []
  const refusals = new Set<number>()
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const status = REFUSED.exec(message.text())?.[1]
    if (status === undefined) complaints.push(`console: ${message.text()}`)
    else refusals.add(Number(status))
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${String(error.error())}`))
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin) {
      complaints.push(`another site was asked: ${request.url()}`)
    }
  })
  return { complaints, refusals }
}
