/** One line per step, with its duration. */

/** Runs a step and prints its line when it is done. The step may say something about how it went. */
export async function step<Result>(
  title: string,
  work: () => Promise<Result>,
  remark: (result: Result) => string | undefined = () => undefined,
): Promise<Result> {
  const started = performance.now()
  try {
    const result = await work()
    console.log(`  ✓ ${title.padEnd(12)} ${(remark(result) ?? '').padEnd(34)} ${duration(started)}`)
    return result
  } catch (error) {
    console.log(`  ✗ ${title.padEnd(12)} ${''.padEnd(34)} ${duration(started)}`)
    throw error
  }
}

/** The time since then, for people. */
export function duration(started: number): string {
  const seconds = (performance.now() - started) / 1000
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
