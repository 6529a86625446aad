/** Builds a copy as the product is built, and runs the part of the suite that matters on it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestName } from './mutant.ts'
import { type Ended, run } from './processes.ts'
import { readFindings, type Findings } from './findings.ts'

const MINUTE = 60_000

/** @param scratch a folder for what the commands leave behind */
export function build(tree: string, scratch: string): Promise<Ended> {
  return run({
    program: 'npm',
    // Without the scripts around it, which would install packages: they are linked.
    args: ['run', '--silent', '--ignore-scripts', 'build'],
    cwd: tree,
    env: { NODE_ENV: 'production', TMPDIR: scratch },
    timeoutMs: 3 * MINUTE,
  })
}

/** What the tests of these names say about the build of a copy. */
export async function attack(
  tree: string,
  scratch: string,
  tests: readonly TestName[],
): Promise<Findings | Ended> {
  const report = join(tree, 'report.json')
  const titles = tests.map(({ title }) => escaped(title)).join('|')
  const ended = await run({
    program: process.execPath,
    args: [
      join(tree, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--project=direct-post',
      '--workers=1',
      '--reporter=json',
      `--grep=(${titles})$`,
      ...new Set(tests.map(({ spec }) => `${escaped(spec)}$`)),
    ],
    cwd: tree,
    env: { GATEHOUSE_BUILT: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report, TMPDIR: scratch },
    timeoutMs: 5 * MINUTE,
  })
  try {
    return readFindings(readFileSync(report, 'utf8'))
  } catch {
    return ended
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
}
