/**
 * Every way into the product, as declared: the server functions of `src/features` and the server
 * handlers of `src/routes`, each with its one kind of gate.
 *
 * This reads the text of the declarations, not the running program. That is the point: what it
 * cannot read, a reviewer cannot read either, and it refuses it. (`scripts/list-entrances.ts`
 * compares the result with what was built, so nothing can be served that was not read here.)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { type Entrance, importsOf, type Reading, type Scan } from './entrances/entrance'
import { scanFunctions } from './entrances/scan-functions'
import { scanRoutes } from './entrances/scan-routes'

export type { Entrance, Kind, Scan } from './entrances/entrance'

const ROOT = join(import.meta.dirname, '..')

/** Gives the text of a file of this repository, or undefined when there is none of that name. */
type ReadText = (file: string) => string | undefined

/**
 * Scans one file.
 *
 * @param file its path in the repository, which decides what may be declared in it
 * @param text its source
 * @param readText to follow the imports of schemas
 */
export function scanSource(file: string, text: string, readText: ReadText = () => undefined): Scan {
  const problems: string[] = []
  const reading = read(file, text, readText, (node, message) => {
    const { line } = reading.source.getLineAndCharacterOfPosition(node.getStart(reading.source))
    problems.push(`${file}:${line + 1}: ${message}`)
  })
  const entrances = [
    ...scanFunctions(reading),
    ...(file.startsWith('src/routes/') ? scanRoutes(reading) : []),
  ]
  return { entrances, problems }
}

/** Scans every source file under `src`. */
export function scanTree(root: string = ROOT): Scan {
  const readText: ReadText = (file) =>
    existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|gen|d)\.tsx?$/.test(file))
    .toSorted()
  const scans = files.map((file) => scanSource(file, readText(file) ?? '', readText))
  return {
    entrances: scans.flatMap((scan) => scan.entrances),
    problems: scans.flatMap((scan) => scan.problems),
  }
}

/**
 * The declared entrances of this repository.
 *
 * @throws Error with every problem: a list with a gap in it would look complete
 */
export function readEntrances(root: string = ROOT): readonly Entrance[] {
  const { entrances, problems } = scanTree(root)
  if (problems.length > 0) throw new Error(`Entrances are declared badly:\n${problems.join('\n')}`)
  return entrances
}

function read(
  file: string,
  text: string,
  readText: ReadText,
  problem: Reading['problem'],
): Reading {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const follow = (specifier: string): Reading | undefined => {
    const target = specifier.startsWith('~/')
      ? posix.join('src', specifier.slice(2))
      : posix.join(posix.dirname(file), specifier)
    const found = readText(`${target}.ts`)
    return found === undefined ? undefined : read(`${target}.ts`, found, readText, problem)
  }
  return { source, file, imports: importsOf(source), follow, problem }
}
