/** One page on one device, through Lighthouse. */
import lighthouse, { desktopConfig, type Result } from 'lighthouse'

export const DEVICES = ['desktop', 'mobile'] as const
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
/** Out of a hundred, in each category. */
export const LEAST = 95

export type Scores = Record<(typeof CATEGORIES)[number], number>

export interface Audit {
  readonly url: string
  readonly device: (typeof DEVICES)[number]
  /** The browser's debugging port. */
  readonly port: number
  /** The Cookie header of whoever looks at the page. */
  readonly cookie: string | undefined
}

export interface Finding {
  readonly scores: Scores
  /**
   * How quick the machine was meanwhile, by Lighthouse's own measure. Its telephone is this machine
   * slowed down, so that a slow one makes a slower telephone: below some 1,300 a score says little.
   */
  readonly machine: number
  readonly html: string
  /** What cost points, by its title. */
  readonly complaints: readonly string[]
}

/** @throws Error when Lighthouse could not load the page */
export async function audit({ url, device, port, cookie }: Audit): Promise<Finding> {
  const config = device === 'desktop' ? desktopConfig : undefined
  const outcome = await lighthouse(
    url,
    {
      port,
      output: 'html',
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
    },
    config,
  )
  if (outcome === undefined) throw new Error(`Lighthouse has no result for ${url}`)
  const { lhr, report } = outcome
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  const scoreOf = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100)
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    machine: Math.round(lhr.environment.benchmarkIndex),
    html: Array.isArray(report) ? report.join('') : report,
    complaints: complaintsOf(lhr),
  }
}

function complaintsOf({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => audits[id])
      .filter((found) => found !== undefined && found.score !== null && found.score < 0.9)
      .map(
        (found) =>
          `${found?.title ?? ''}${found?.displayValue === undefined ? '' : `: ${found.displayValue}`}`,
      ),
  )
}
