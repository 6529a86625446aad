/**
 * No way in without a guard, and no permission that guards nothing. What counts as a declaration
 * is settled in `scripts/entrances`; that each rule there bites is in `entrance-scanner.test.ts`.
 */
import { describe, expect, test } from 'vitest'
import { scanTree } from '../../scripts/entrances'
import { ALL_PERMISSIONS } from '~/authz'

const { entrances, problems } = scanTree()
const asked = new Set(entrances.flatMap((entrance) => entrance.permissions))

test('every server function and server route names exactly one kind of gate', () => {
  expect(problems).toEqual([])
})

test('functions and routes were found at all', () => {
  expect(entrances.filter(({ type }) => type === 'function').length).toBeGreaterThan(20)
  expect(entrances.filter(({ type }) => type === 'route').length).toBeGreaterThan(2)
})

test('no two functions of a noun share a name, for their ids would clash', () => {
  const ids = entrances
    .filter(({ type }) => type === 'function')
    .map(({ file, name }) => `${file.split('/')[2]}.${name}`)
  expect(ids).toEqual([...new Set(ids)])
})

describe('permissions', () => {
  test.each(ALL_PERMISSIONS)('a gate asks for %s', (permission) => {
    expect(asked).toContain(permission)
  })
})
