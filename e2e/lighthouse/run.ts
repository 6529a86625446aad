/**
 * `npm run lighthouse`: how fast, accessible and well-behaved the production build's pages are, on
 * a desktop and on a (simulated) telephone. Fails when a score is below the least that we accept.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/running/files.ts'
import { anyFreePort } from '../../scripts/running/ports.ts'
import type { Site } from '../journeys/site.ts'
import { withBrowser } from '../journeys/with-browser.ts'
import { audit, type Audit, DEVICES, type Finding, LEAST, type Scores } from './audit.ts'

const PAGES = ['/login', '/', '/projects', '/members'] as const
/** Times each page is looked at: what else the machine does must not decide. */
const TIMES = 3
const REPORTS = join(projectFolder, '.gatehouse', 'lighthouse')

const port = await anyFreePort()
mkdirSync(REPORTS, { recursive: true })
const isEnough = await withBrowser([`--remote-debugging-port=${port}`], (_browser, site) =>
  auditAll(site),
)
process.exitCode = isEnough ? 0 : 1

/** @returns whether every score is high enough */
async function auditAll(target: Site): Promise<boolean> {
  const owner = target
    .cookiesOf('owner')
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  let enough = true
  for (const page of PAGES) {
    for (const device of DEVICES) {
      const cookie = page === '/login' ? undefined : owner
      const { scores, machine, html, complaints } = await median({
        url: target.origin + page,
        device,
        port,
        cookie,
      })
      const name = page === '/' ? 'dashboard' : page.slice(1)
      writeFileSync(join(REPORTS, `${name}-${device}.html`), html)
      process.stdout.write(`${line(page, device, scores)}  (machine ${machine})\n`)
      for (const complaint of complaints) process.stdout.write(`    ${complaint}\n`)
      if (Object.values(scores).some((score) => score < LEAST)) enough = false
    }
  }
  return enough
}

/** @returns the one in the middle by speed; the other scores don't vary */
async function median(what: Audit): Promise<Finding> {
  const found: Finding[] = []
  while (found.length < TIMES) found.push(await audit(what))
  found.sort((one, other) => one.scores.performance - other.scores.performance)
  const middle = found[Math.floor(TIMES / 2)]
  if (middle === undefined) throw new Error('nothing was looked at')
  return middle
}

function line(page: string, device: string, scores: Scores): string {
  const figures = Object.entries(scores).map(([category, score]) => `${category} ${score}`)
  return `${page.padEnd(12)}${device.padEnd(10)}${figures.join('  ')}`
}
