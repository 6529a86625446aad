/** What a page sends: each call is noted, and what would change something gets no further. */
import type { Page } from '@playwright/test'

export interface Wire {
  /** `POST documents.publishDocument`, since the last time it was asked. */
  take(): string[]
  /**
   * Whether a link was pointed at or got the focus since it was asked: then what it leads to is
   * read ahead, which is not the doing of what was pressed.
   */
  wasStirred(): Promise<boolean>
}

const CALLS = ['*/_serverFn/*', '*/api/*'].map((urlPattern) => ({ urlPattern }))

const UNAVAILABLE = {
  responseCode: 503,
  responseHeaders: [{ name: 'content-type', value: 'text/plain' }],
  body: Buffer.from('Service Unavailable').toString('base64'),
}

export async function watchWire(page: Page): Promise<Wire> {
  let calls: string[] = []
  await page.addInitScript(noteLinks)
  // Not `page.route`: that turns off the browser's cache, and every page would fetch its code anew.
  const session = await page.context().newCDPSession(page)
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    calls.push(`${request.method} ${entranceOf(request.url)}`)
    const answered =
      request.method === 'GET'
        ? session.send('Fetch.continueRequest', { requestId })
        : session.send('Fetch.fulfillRequest', { requestId, ...UNAVAILABLE })
    // The page may have been left meanwhile.
    answered.catch(() => {})
  })
  await session.send('Fetch.enable', { patterns: CALLS })
  return {
    take: () => {
      const taken = calls
      calls = []
      return taken
    },
    wasStirred: () =>
      page.evaluate(() => {
        const was = document.documentElement.hasAttribute('data-stirred')
        document.documentElement.removeAttribute('data-stirred')
        return was
      }),
  }
}

/** Runs in the page, before it does. */
function noteLinks(): void {
  for (const kind of ['focusin', 'mouseover']) {
    document.addEventListener(
      kind,
      ({ target }) => {
        if (!(target instanceof Element) || target.closest('a[href]') === null) return
        document.documentElement.setAttribute('data-stirred', '')
      },
      true,
    )
  }
}

/** @returns a function's id, or the path of a route */
function entranceOf(url: string): string {
  const { pathname } = new URL(url)
  return /^\/_serverFn\/(.+)$/.exec(pathname)?.[1] ?? pathname
}

/** @returns whether a call is that of a mark: the mark of a function does not say its method */
export function isCallOf(call: string, fn: string): boolean {
  return fn.includes(' ') ? call === fn : call.split(' ')[1] === fn
}
