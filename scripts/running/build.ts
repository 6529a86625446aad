/** The production build, and whether the one in `dist` is of the sources as they are now. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './files.ts'
import { runCommand } from './run-command.ts'

const inputs = [
  'src',
  'public',
  'drizzle',
  'app.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/entrances',
  'scripts/entrances.ts',
  'scripts/list-entrances.ts',
]
const stampFile = join(projectFolder, 'dist', '.inputs')

/** Builds unless `dist` is the build of exactly these inputs. Resolves to whether it built. */
export async function buildIfStale(): Promise<boolean> {
  const hash = hashOfInputs()
  if (existsSync(join(projectFolder, 'dist', 'server', 'server.js')) && readStamp() === hash) {
    return false
  }
  await build()
  // The build may write sources itself (the route tree): stamp what it left.
  writeFileSync(stampFile, hashOfInputs())
  return true
}

async function build(): Promise<void> {
  // The stamp goes first: an interrupted build must not look like the finished one before it.
  rmSync(stampFile, { force: true })
  await runCommand('npm', ['run', '--silent', 'build'], { NODE_ENV: 'production' })
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

function hashOfInputs(): string {
  const hash = createHash('sha256')
  for (const input of inputs) addTo(hash, input)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(projectFolder, path)
  const found = statSync(full, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) {
    for (const name of readdirSync(full).toSorted()) addTo(hash, `${path}/${name}`)
  } else {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
  }
}
