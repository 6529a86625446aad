import { expect, test } from 'vitest'
import { addressReader, day, id, oneOf, pageNumber, words } from './list-filters'

const read = addressReader({ search: words, status: oneOf('draft', 'published'), page: pageNumber })

test('an address is read with all of its keys, and with nothing that a filter refuses', () => {
  expect(read({ search: ' herbs ', status: 'published', page: 2, role: 'owner' })).toEqual({
    search: 'herbs',
    status: 'published',
    page: 2,
  })
  const nothing = { search: undefined, status: undefined, page: undefined }
  expect(read({})).toEqual(nothing)
  expect(read({ search: ['x'], status: 'deleted', page: 0 })).toEqual(nothing)
  expect(Object.keys(read({}))).toEqual(['search', 'status', 'page'])
})

test('a number in the address is the word that somebody looked for', () => {
  expect(read({ search: 2026 }).search).toBe('2026')
})

test('words without end are no words', () => {
  expect(words('a'.repeat(101))).toBeUndefined()
})

test('a page is a whole number that is not too far', () => {
  expect([0, 1.5, 401, Infinity, '1'].map(pageNumber)).toEqual(Array(5).fill(undefined))
  expect([1, 400].map(pageNumber)).toEqual([1, 400])
})

test('a day is one that there is', () => {
  expect(day('2028-02-29')).toBe('2028-02-29')
  expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today', 20_260_101].map(day)).toEqual(
    Array(5).fill(undefined),
  )
})

test('an id is an id and nothing else', () => {
  const one = '01900000-0000-7000-8000-000000001001'
  expect(id(one)).toBe(one)
  expect([`${one}'`, '', 7, null].map(id)).toEqual(Array(4).fill(undefined))
})
