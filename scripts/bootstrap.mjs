/**
 * Runs before the other commands: installs what package-lock.json names when node_modules does not
 * hold it, and checks that the Node which the commands will run on is new enough. It runs on
 * Node 20 and without any package, because a fresh clone has nothing else; when nothing is to do
 * it reads two files and is gone.
 */
/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-argument, typescript/no-unsafe-return --
   plain JavaScript, because it runs before anything that knows types is installed */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// 22.12 is what the framework asks for; from 22.18 on Node runs scripts/start.ts without a build.
const NEEDED = [22, 18]

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'node_modules', '.gatehouse-install')
const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
const wanted = createHash('sha256').update(lockfile).digest('hex')

try {
  if (!isInstalled()) await installOnce()
  checkNode()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function isInstalled() {
  try {
    return readFileSync(stampFile, 'utf8') === wanted
  } catch {
    return false
  }
}

/** Two commands may start at once in a fresh clone: one installs, the other waits for it. */
async function installOnce() {
  const lock = join(root, '.gatehouse', 'installing')
  mkdirSync(join(root, '.gatehouse'), { recursive: true })
  for (let attempt = 1; !take(lock); attempt++) {
    if (attempt === 5) console.log('Another command is installing the packages; waiting for it …')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    if (isInstalled()) return
    if (!holdsTheLockedVersions()) install()
    writeFileSync(stampFile, wanted)
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (wasAbandoned(lock)) rmSync(lock, { force: true })
    return false
  }
}

function wasAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** True after an `npm ci` by hand: npm notes what it installed in a lock file of its own. */
function holdsTheLockedVersions() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(JSON.parse(lockfile).packages).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      link ||
      (path in present ? present[path].version === version : optional === true),
  )
}

function install() {
  const started = Date.now()
  console.log('Installing the packages that package-lock.json names (npm ci) …')
  const [command, args] = npm()
  const run = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (run.status !== 0) {
    const output = [run.error?.message, run.stdout, run.stderr].filter(Boolean).join('\n').trim()
    // npm follows an error with the whole of its help text.
    const lines = output.split('\n').slice(0, 25)
    throw new Error(`The packages could not be installed:\n${lines.join('\n')}`)
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** The npm that runs us, on its own Node: the one in node_modules/.bin is about to be replaced. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const usable = script && node && basename(script) === 'npm-cli.js' && existsSync(node)
  return usable ? [node, [script]] : ['npm', []]
}

/** npm scripts run on the Node in node_modules/.bin where a package brings one, else on the machine's. */
function checkNode() {
  const version = bundledVersion() ?? process.version
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  throw new Error(
    `Gatehouse needs Node ${NEEDED.join('.')} or newer, and would run on ${version} here. ` +
      'Install Node 24 (https://nodejs.org, or `nvm install 24`) and run the command again.',
  )
}

function bundledVersion() {
  const windows = process.platform === 'win32'
  const bundled = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node')
  // Under npm it is the Node that runs this file, once it is installed: then there is nothing to ask.
  if (!existsSync(bundled) || realpathSync(bundled) === process.execPath) return undefined
  const run = spawnSync(windows ? `"${bundled}"` : bundled, ['--version'], {
    encoding: 'utf8',
    shell: windows,
  })
  return run.stdout?.trim() || 'a Node that does not run on this machine'
}
