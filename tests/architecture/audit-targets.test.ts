/** What changes are recorded of is what the audit log can be narrowed to. */
import { expect, test } from 'vitest'
import { TARGET_TYPES } from '~/features/audit/audit.filters'
import { repositoryFiles } from './conventions/source-file'

/** A record's target as its writers spell it: `{ type: 'role', id, name }`. */
const TARGET = /\{\s*type: '([a-z-]+)',\s*id\b/g

const written = repositoryFiles()
  .filter(({ path }) => /^src\/features\/.*\.server\.ts$/.test(path))
  .flatMap(({ text }) => [...text.matchAll(TARGET)].map(([, type = '']) => type))

test('every kind of thing that changes are recorded of can be filtered by, and no other', () => {
  expect([...new Set(written)].toSorted()).toEqual([...TARGET_TYPES].toSorted())
})
