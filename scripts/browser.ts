/**
 * A browser for the tests that needs no download of its own. In this order: the one that Playwright
 * has installed, the machine's Chrome or Chromium, and on Linux the one that the npm package
 * @sparticuz/chromium ships.
 *
 * That package also offers arguments for the browser. They are not used: among them is
 * --disable-web-security, with which everything that a test proves about the browser (cookies,
 * cross-site requests, content security policy) would be proved about another one.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { runCommand } from './running/run-command.ts'

/** What Playwright's `launchOptions` need. */
export interface Browser {
  executablePath: string
  args: string[]
  /** The whole environment for the browser's process, not an addition to ours. */
  env: Record<string, string>
}

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The first browser that is there and starts, or undefined. */
export async function findBrowser(): Promise<Browser | undefined> {
  const found = [chromium.executablePath(), ...onPath(names), ...elsewhere].find(starts)
  if (found !== undefined) return { executablePath: found, args: browserArgs(), env: environment() }
  return process.platform === 'linux' && process.arch === 'x64' ? packagedBrowser() : undefined
}

function browserArgs(): string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // The browser's own walls between processes. It can't build them as root, and says so.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

function environment(additions: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return { ...Object.fromEntries(own), ...additions }
}

function onPath(programs: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Some systems have a `chromium-browser` that only tells how to install one, so it is asked. Windows would open a window. */
function starts(executable: string): boolean {
  if (!existsSync(executable)) return false
  if (process.platform === 'win32') return true
  return spawnSync(executable, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

/** Unpacks the package's files once, with its own unpacker, into a folder that only this user can write. */
async function packagedBrowser(): Promise<Browser | undefined> {
  const folder = await unpackedBrowser()
  const executablePath = join(folder, 'chromium')
  const libraries = [join(folder, 'al2023', 'lib'), folder, process.env.LD_LIBRARY_PATH]
  const env = environment({
    LD_LIBRARY_PATH: libraries.filter((path) => path !== undefined && path !== '').join(':'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  })
  const check = spawnSync(executablePath, ['--version'], { timeout: 20_000, env, encoding: 'utf8' })
  if (check.status !== 0) {
    console.error(
      `The packaged browser does not start here: ${check.error?.message ?? check.stderr}`,
    )
    return undefined
  }
  return { executablePath, args: browserArgs(), env }
}

async function unpackedBrowser(): Promise<string> {
  const require = createRequire(import.meta.url)
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string } // every package has one
  const mine = join(tmpdir(), `gatehouse-chromium-${process.getuid?.() ?? 'user'}`)
  mkdirSync(mine, { recursive: true, mode: 0o700 })
  // The temp folder is everybody's: a browser that somebody else put there is not started.
  if (!lstatSync(mine).isDirectory() || lstatSync(mine).uid !== process.getuid?.()) {
    throw new Error(`${mine} belongs to somebody else`)
  }
  chmodSync(mine, 0o700)
  const folder = join(mine, version)
  if (!existsSync(folder)) await unpackInto(folder)
  return folder
}

/** The unpacker writes to the temp folder of its process, so it gets a process with a temp folder of its own. */
async function unpackInto(folder: string): Promise<void> {
  const draft = mkdtempSync(`${folder}-draft-`)
  const unpack = `
    import { createRequire } from 'node:module'
    import { dirname, join } from 'node:path'
    import { inflate } from '@sparticuz/chromium'
    const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
    const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(files.map((file) => inflate(join(bin, file))))`
  try {
    await runCommand(process.execPath, ['--input-type=module', '--eval', unpack], { TMPDIR: draft })
    writeFileSync(join(draft, 'fonts.conf'), fontSettings(join(folder, 'fonts')))
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // else another process was faster
  }
}

/** The settings in the package name folders that exist in its cloud only; with no font at all, text has no size and counts as invisible. */
function fontSettings(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${fonts}/cache</cachedir>
</fontconfig>
`
}
