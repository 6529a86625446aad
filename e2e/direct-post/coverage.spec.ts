/** Nothing that the build serves goes unattacked, and nothing is expected of what it no longer serves. */
import { readEntrances } from './entrances.ts'
import { FUNCTION_ROWS } from './expectations/all-functions.ts'
import { expect, test } from './fixtures.ts'
import { entrancesInMatrix } from './matrix.ts'

const { functions, routes } = readEntrances()

for (const { id, file, method, kind } of functions) {
  test(`${id}: the build serves it as its row says`, () => {
    const row = FUNCTION_ROWS[id]
    const missing = `${id} (${file}) is served and has no row in e2e/direct-post/expectations`
    expect(row, missing).toBeDefined()
    expect({ method, kind }, `${id}: method and kind`).toEqual({
      method: row?.method,
      kind: row?.kind,
    })
  })
}

test('no function has a row that the build does not serve', () => {
  const served = new Set(functions.map(({ id }) => id))
  expect(Object.keys(FUNCTION_ROWS).filter((id) => !served.has(id))).toEqual([])
})

test('the matrix has a line for each entrance and no other', () => {
  test.skip(process.env.UPDATE_MATRIX === '1', 'it is being written')
  const served = [...functions.map(({ id }) => id), ...routes.map(({ path }) => path)]
  expect(entrancesInMatrix().toSorted()).toEqual(served.toSorted())
})
