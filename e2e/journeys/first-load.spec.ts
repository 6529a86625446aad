/** What the first answer holds: its theme before any script, its frame before what is slow, and little code. */
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { INVITATIONS } from '../harness/invitations.ts'
import { send } from '../harness/http.ts'
import { cookieOf } from './agreement/personas.ts'
import { expect, test } from './fixtures.ts'
import type { Site } from './site.ts'
import { open, settled } from './walking.ts'

/** As the product promises: 200 kB, compressed, on the first page. */
const MOST = 200 * 1000

for (const path of ['/login', `/invite/${INVITATIONS.newcomer.token}`]) {
  test(`${path.split('/')[1] ?? ''}: the browser loads no more code than was promised`, async ({
    page,
    site,
  }) => {
    const sizes = new Map<string, Promise<number>>()
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      )
    })
    await open(page, path)
    await settled(page)
    // The dock belongs to the demo, comes when the page is usable, and is weighed with the rest.
    await page.waitForLoadState('networkidle')
    const weights = await Promise.all(sizes.values())
    expect(weights.length, 'scripts that were loaded').toBeGreaterThan(1)
    expect([...sizes.keys()].every((url) => url.startsWith(site.origin))).toBe(true)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(MOST)
  })
}

test('the chosen theme is in the document before any script, and without a choice the system’s holds', async ({
  site,
}) => {
  for (const theme of ['dark', 'light', undefined] as const) {
    const headers = { cookie: theme === undefined ? 'other=1' : `theme=${theme}` }
    const { body } = await send(site.port, { method: 'GET', path: '/login', headers })
    const beforeScripts = body.slice(0, body.indexOf('<script'))
    const html = /<html[^>]*>/.exec(beforeScripts)?.[0] ?? ''
    const scheme = /<meta name="color-scheme" content="([^"]*)"/.exec(body)?.[1]
    expect(/data-theme="(\w+)"/.exec(html)?.[1], html).toBe(theme)
    expect(scheme).toBe(theme ?? 'light dark')
  }
})

test('the dashboard’s frame is sent before its charts are read', async ({ site }) => {
  // Of the author, who sees no projects, only the chart reads that table: it waits for the lock.
  const parts = await withChartLocked(site)
  expect(parts.before, 'what came while the chart waited').toContain('<h1')
  expect(parts.before).not.toContain('</html>')
  expect(parts.after).toContain('</html>')
})

async function withChartLocked(site: Site): Promise<{ before: string; after: string }> {
  await site.db.query('begin; lock table projects in access exclusive mode')
  let isLocked = true
  const release = async (): Promise<void> => {
    if (!isLocked) return
    isLocked = false
    await site.db.query('rollback')
  }
  try {
    return await new Promise((resolve, reject) => {
      let before = ''
      let after = ''
      const asked = request(
        {
          host: '127.0.0.1',
          port: site.port,
          path: '/',
          agent: false,
          timeout: 15_000,
          headers: { host: `localhost:${site.port}`, cookie: cookieOf(site, 'author') },
        },
        (response) => {
          response.setEncoding('utf8')
          response.on('data', (piece: string) => {
            if (isLocked) before += piece
            else after += piece
            if (isLocked && before.includes('<h1')) release().catch(reject)
          })
          response.on('end', () => resolve({ before, after }))
        },
      )
      asked.on('error', reject)
      asked.on('timeout', () => asked.destroy(new Error('nothing came before the chart')))
      asked.end()
    })
  } finally {
    await release()
  }
}
