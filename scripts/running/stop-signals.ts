/** When a command is asked to stop, and by whom. */
import { readFileSync } from 'node:fs'
import { commandLine, processIdentity } from './process-identity.ts'

/**
 * Calls `stop` once, at the first SIGINT, SIGTERM or SIGHUP, and when the command that started us
 * is gone without a word; then exits with the code that it resolves to. Asking again later exits
 * at once. npm and the TypeScript runner pass signals on that the terminal has sent us already, so
 * what follows within a second is the same request.
 */
export function stopWhenAsked(stop: (reason: string) => Promise<number>): void {
  let askedAt: number | undefined
  const ask = (reason: string) => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > 1_000) process.exit(130)
      return
    }
    askedAt = Date.now()
    stop(reason).then(
      (code) => process.exit(code),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  const callers = callerChain().map((pid) => ({ pid, identity: processIdentity(pid) }))
  const watch = setInterval(() => {
    const gone = callers.find(({ pid, identity }) => processIdentity(pid) !== identity)
    if (!gone) return
    clearInterval(watch)
    ask(`the command that started this one, process ${gone.pid}, is gone`)
  }, 1_000)
  watch.unref()
}

/** Our parent and, on Linux, its parents up to the npm that runs the script, if there is one. */
function callerChain(): number[] {
  const chain: number[] = []
  let pid = process.ppid
  for (let depth = 0; depth < 5 && pid > 1; depth++) {
    chain.push(pid)
    if (commandLine(pid)[0]?.startsWith('npm')) return chain
    pid = parentOf(pid)
  }
  // Not started by npm: further up is somebody's shell, which may close while we go on.
  return chain.slice(0, 1)
}

function parentOf(pid: number): number {
  if (process.platform !== 'linux') return 0
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
