/**
 * `npm run bench`: what the guards cost, as ratios to a prepared `select 1` of the same run.
 *
 *   npm run bench                 prints the tables, after some minutes
 *   npm run bench -- --quick      a hundredth of the population and fewer rounds
 *   npm run bench -- --write      also writes docs/bench.md
 *
 * It starts a PostgreSQL of its own and removes it. That server runs without fsync: everything
 * measured here reads, so no commit waits for a disk either way.
 */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { startLocalPostgres } from '../local-postgres'
import { migrateDatabase } from '../migrate'
import { buildIfStale } from '../running/build'
import { projectFolder } from '../running/files'
import type { Results } from './report'

const QUICK = process.argv.includes('--quick')
const SIZES = QUICK ? [1_000, 10_000] : [1_000, 100_000, 1_000_000]
const ROUNDS = QUICK ? { rounds: 80, operations: 20 } : { rounds: 300, operations: 25 }
const DATABASE = 'bench'

const postgres = await startLocalPostgres({ name: 'bench', ephemeral: true })
try {
  await postgres.createDatabase(DATABASE)
  await migrateDatabase(postgres.ownerUrl(DATABASE))
  Object.assign(process.env, {
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: `bench ${randomBytes(32).toString('base64')}`,
    DATABASE_URL: postgres.appUrl(DATABASE),
    DEMO: '1',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    SESSION_IDLE_HOURS: '24',
  })
  say((await buildIfStale()) ? 'built' : 'the build is up to date')
  const results = await measureAll()
  const { summary, details } = await import('./report')
  const text = `${summary(results)}\n\n${details(results)}\n`
  process.stdout.write(`\n${text}`)
  if (process.argv.includes('--write')) writeReport(text)
} finally {
  await postgres.stop()
}

async function measureAll(): Promise<Results> {
  // These read the environment that was set above, so they are loaded only now.
  const { populate } = await import('./population')
  const { measureSessions } = await import('./sessions')
  const { measureChecks } = await import('./checks')
  const { measureWalls } = await import('./walls')
  const { measureCalls } = await import('./guarded')
  const { closePool } = await import('~/db/client')
  const superuser = postgres.superuserUrl(DATABASE)
  try {
    const checks = measureChecks()
    const sessions = []
    let callers: Awaited<ReturnType<typeof populate>> = []
    for (const size of SIZES) {
      callers = await populate(superuser, size)
      say(`${size.toLocaleString('en')} memberships`)
      sessions.push(await measureSessions(size, callers, ROUNDS))
    }
    say('row level security')
    const walls = await measureWalls(superuser, callers, ROUNDS)
    say('whole calls')
    const built = join(projectFolder, 'dist', 'server', 'server.js')
    const calls = await measureCalls(built, callers, ROUNDS)
    return { machine: machine(), checks, sessions, walls, calls }
  } finally {
    await closePool()
  }
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return (
    `${cpus().length} cores (${model}), Node ${process.version}, PostgreSQL 18 on the same machine ` +
    `over TCP with fsync off, ${ROUNDS.rounds} rounds of ${ROUNDS.operations} operations.`
  )
}

function writeReport(text: string): void {
  const head =
    '# Benchmark\n\nWritten by `npm run bench -- --write`. Ratios compare within one run; times are of this machine.\n'
  writeFileSync(join(projectFolder, 'docs', 'bench.md'), `${head}\n${text}`)
}

function say(what: string): void {
  process.stderr.write(`· ${what}\n`)
}
