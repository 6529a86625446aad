/** What the matrix page says a permission guards is what the scan of the declarations found. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scanTree } from '../../scripts/entrances'
import { entrances as plugin } from '../../scripts/entrances/plugin'
import { ALL_PERMISSIONS } from '~/authz'

const ROOT = join(import.meta.dirname, '../..')
const { entrances } = scanTree(ROOT)
const asking = entrances.filter(({ permissions }) => permissions.length > 0)

/** What the server will be given when it is built. */
async function given(): Promise<Given[]> {
  const { resolveId, load } = plugin(ROOT)
  if (typeof resolveId !== 'function' || typeof load !== 'function') throw new Error('no hooks')
  // Neither hook uses the context that the bundler calls it with.
  const id: unknown = Reflect.apply(resolveId, undefined, ['virtual:entrances'])
  const text: unknown = Reflect.apply(load, undefined, [id])
  const json = /^export const guardedEntrances = (\[.*\])\n$/.exec(String(text))?.[1] ?? ''
  return JSON.parse(json) as Given[] // compared in full below
}

interface Given {
  readonly name: string
  readonly gate: string
  readonly permissions: readonly string[]
}

test('the list holds every entrance that asks for a permission, and nothing else', async () => {
  const list = await given()
  const names = asking.map(({ type, file, name }) =>
    type === 'function' ? `${file.split('/')[2]}.${name}` : name,
  )
  expect(names.length).toBeGreaterThan(20)
  expect(list.map(({ name }) => name)).toEqual(names)
})

test.each(ALL_PERMISSIONS)('what %s guards is what asks for it', async (permission) => {
  const gatesThatAsk = asking
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ gate }) => gate.replaceAll(/\s+/g, ' '))
  const listed = (await given()).filter(({ permissions }) => permissions.includes(permission))
  expect(listed.map(({ gate }) => gate)).toEqual(gatesThatAsk)
})
