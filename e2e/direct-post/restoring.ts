/** For attacks that take several requests: what all of them changed, and then none of it. */
import { changesBetween, type RowChange } from '../harness/snapshot.ts'
import type { Target } from './target.ts'

/** @returns the rows that `work` changed; the database is as it was before */
export async function restoring(
  target: Target,
  work: () => Promise<void>,
): Promise<readonly RowChange[]> {
  return (await effectOf(target, work)).made
}

/** @returns what `work` returned, too */
export async function effectOf<Result>(
  target: Target,
  work: () => Promise<Result>,
): Promise<{ result: Result; made: readonly RowChange[] }> {
  const before = await target.rows.look()
  let made: readonly RowChange[] = []
  let result: Result
  try {
    result = await work()
  } finally {
    made = changesBetween(before, await target.rows.look())
    await target.rows.undo(made)
  }
  return { result, made }
}

/** @returns each table with how many of its rows changed */
export function countByTable(made: readonly RowChange[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { table } of made) counts[table] = (counts[table] ?? 0) + 1
  return counts
}
