/** Running a command to its end, quietly: its output is shown only when it fails. */
import { childExit, startChild } from './child-processes.ts'
import { projectFolder } from './files.ts'

/** Runs a command in the project's folder; rejects with all its output when it fails. Resolves to its output. */
export async function runCommand(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const child = startChild(command, args, {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a script on Windows, which only the shell can start.
    shell: process.platform === 'win32' && command === 'npm',
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const closed = new Promise((resolve) => child.once('close', resolve))
  const code = await childExit(child)
  if (child.pid !== undefined) await closed // the last of its output
  if (code !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` failed:\n${output.trim()}`)
  return output
}

/** Runs one of the project's TypeScript files with the same Node as this one. */
export function runScript(file: string, environment: Record<string, string> = {}): Promise<string> {
  return runCommand(process.execPath, ['--import', 'tsx', file], environment)
}
