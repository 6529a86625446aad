/**
 * Checks the import rules of `.dependency-cruiser.cjs`, and that the check looked at anything.
 *
 * A cruiser that cannot parse TypeScript reports no violations in no modules and exits 0. So
 * every source file on disk must have been seen, every rule must have had at least one file to
 * judge, and the `~/` alias must have led somewhere; else this fails, whatever the rules said.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  allExtensions,
  cruise,
  type ICruiseResult,
  type IForbiddenRuleType,
} from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['src', 'tests', 'e2e', 'scripts']
const SOURCE = /(?<!\.d)\.(ts|tsx|mjs)$/

export interface BoundaryReport {
  /** Imports that a rule forbids. */
  readonly violations: readonly string[]
  /** Ways in which the check saw less than it should have. */
  readonly blindSpots: readonly string[]
  /** Modules seen, by folder. */
  readonly seen: Readonly<Record<string, number>>
}

/** Cruises the tree under `root` with this repository's rules. */
export async function checkBoundaries(root: string): Promise<BoundaryReport> {
  const options = await extractDepcruiseOptions(join(ROOT, '.dependency-cruiser.cjs'))
  const files = FOLDERS.flatMap((folder) => sourceFilesUnder(root, folder))
  if (files.length === 0) return { violations: [], blindSpots: ['no source file'], seen: {} }
  const tsConfig = join(root, 'tsconfig.json')
  const { output } = await cruise(
    files,
    { ...options, baseDir: root, tsConfig: { fileName: tsConfig } },
    undefined,
    { tsConfig: extractTSConfig(tsConfig) },
  )
  if (typeof output === 'string') throw new Error('The cruiser answered with text, not a result.')
  const modules = output.modules.map((module) => module.source)
  return {
    violations: output.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
    ),
    blindSpots: [
      ...files.filter((file) => !modules.includes(file)).map((file) => `not cruised: ${file}`),
      ...unreadable(),
      ...rulesWithoutSubject(options.ruleSet?.forbidden ?? [], modules),
      ...(aliasesFollowed(output) ? [] : ['no ~/ import led to a file of src']),
    ],
    seen: Object.fromEntries(
      FOLDERS.map((folder) => [folder, modules.filter((m) => m.startsWith(`${folder}/`)).length]),
    ),
  }
}

function sourceFilesUnder(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => SOURCE.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
  } catch (error) {
    // A tree without, say, browser tests is fine; any rule about them then has no subject and says so.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Without a compiler that it knows, the cruiser reads TypeScript as if it were JavaScript. */
function unreadable(): string[] {
  return allExtensions
    .filter(({ extension, available }) => /^\.tsx?$/.test(extension) && !available)
    .map(({ extension }) => `the cruiser has no compiler for ${extension}`)
}

function rulesWithoutSubject(
  rules: readonly IForbiddenRuleType[],
  modules: readonly string[],
): string[] {
  return rules
    .filter(({ from }) => {
      const path = new RegExp([from.path ?? ''].flat().join('|'))
      const pathNot = [from.pathNot ?? []].flat()
      const except = pathNot.length > 0 ? new RegExp(pathNot.join('|')) : undefined
      return !modules.some((module) => path.test(module) && !except?.test(module))
    })
    .map((rule) => `rule "${rule.name ?? 'unnamed'}" had no module to judge`)
}

function aliasesFollowed(result: ICruiseResult): boolean {
  return result.modules.some(({ dependencies }) =>
    dependencies.some((d) => d.module.startsWith('~/') && d.resolved.startsWith('src/')),
  )
}

if (process.argv[1] === import.meta.filename) {
  const { violations, blindSpots, seen } = await checkBoundaries(ROOT)
  for (const line of [...violations, ...blindSpots]) console.error(line)
  const counts = Object.entries(seen).map(([folder, count]) => `${folder} ${count}`)
  console.log(`Import rules: ${violations.length} broken; modules seen: ${counts.join(', ')}.`)
  process.exit(violations.length + blindSpots.length > 0 ? 1 : 0)
}
