/** Everything that is wrong with a database's walls and doors. */
import { indexProblems, keyProblems } from './keys'
import { appLoginProblems, definerProblems, identityProblems } from './logins'
import { type Catalogue, policyProblems, tableProblems, viewProblems } from './walls'

/** @returns a sentence for each problem; none means that every wall stands. */
export async function catalogueProblems(catalogue: Catalogue): Promise<string[]> {
  const checks = [
    tableProblems,
    policyProblems,
    viewProblems,
    keyProblems,
    indexProblems,
    definerProblems,
    identityProblems,
    appLoginProblems,
  ]
  const found: string[] = []
  for (const check of checks) found.push(...(await check(catalogue)))
  return found
}
