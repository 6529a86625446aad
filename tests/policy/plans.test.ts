/**
 * The price list as a table, checked in so that a change of it is a diff which anybody can review.
 *
 * Run with UPDATE_POLICY=1 to write the table anew after changing a plan.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FEATURE_KEYS, FEATURES, QUOTA_KEYS, QUOTAS } from '~/authz'
import { plansTable } from './plans-table'

const TABLE = join(import.meta.dirname, 'plans.txt')

const now = plansTable()
if (process.env.UPDATE_POLICY === '1') writeFileSync(TABLE, now)
const checkedIn = readFileSync(TABLE, 'utf8')

test('the plans include and allow exactly what the checked-in table says', () => {
  expect(now).toBe(checkedIn)
})

// Written out by hand, so that a wrong table cannot vouch for itself.
test.each([
  // free, pro, enterprise
  ['custom-roles', '✘ ✔ ✔'],
  ['audit-export', '✘ ✘ ✔'],
  ['members', '10 50 no limit'],
  ['projects', '5 50 no limit'],
  ['documents a month', '30 500 no limit'],
])('read from the table itself: %s is %s', (name, cells) => {
  const rows = checkedIn.split('\n').filter((line) => line.startsWith(`${name}  `))
  expect(rows[0]?.slice(name.length).trim().replaceAll(/ +/g, ' ')).toBe(cells)
})

test('what the product has is gated, and what it does not have yet no gate asks for', () => {
  const declarations = globSync(['src/features/*/*.functions.ts', 'src/routes/**/*.ts'])
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const isAsked = (gate: string, key: string) => declarations.includes(`${gate}('${key}')`)
  for (const feature of FEATURE_KEYS) {
    expect(isAsked('requireFeature', feature), feature).toBe(FEATURES[feature].built)
  }
  for (const quota of QUOTA_KEYS) {
    expect(isAsked('requireQuota', quota), quota).toBe(QUOTAS[quota].built)
  }
})
