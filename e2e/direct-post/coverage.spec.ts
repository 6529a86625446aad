/** Nothing that the build serves goes unattacked, and nothing is expected of what it no longer serves. */
import { readEntrances } from './entrances.ts'
import { FUNCTION_ROWS } from './expectations/all-functions.ts'
import { expect, test } from './fixtures.ts'
import { entrancesInMatrix } from './matrix.ts'
import { sampleOf, SUBJECTS } from './subjects.ts'

const { functions, routes } = readEntrances()

/** Ids of what no organization has. */
const NOT_TENANTS: Readonly<Record<string, string>> = {}

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

for (const subject of SUBJECTS) {
  const { ids = [], narrows = [] } = subject.row

  test(`${subject.id}: another tenant's id is tried in the place of each in its sample (13)`, ({
    target,
  }) => {
    const tried = new Set([...ids, ...narrows].map(({ name }) => name))
    const places = placesOfIds(sampleOf(subject, target))
    expect(places.filter((name) => !tried.has(name) && !(name in NOT_TENANTS))).toEqual([])
  })
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @returns the names under which a value holds ids; one in a list stands under the list's name */
function placesOfIds(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return ID.test(value) ? [name] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    placesOfIds(inner, Array.isArray(value) ? name : key),
  )
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
