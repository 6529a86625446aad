import { expect, test, vi } from 'vitest'
import { inFullOrCounted } from './denial-flood'

vi.mock('~/db/identity-door', () => ({ countDenials: () => Promise.resolve() }))
vi.mock('~/platform/log', () => ({ log: () => ({ warn: () => undefined }) }))

test('a caller has room for a hundred entrances a minute, and takes none from another', async () => {
  // Within one minute, whenever this runs.
  vi.useFakeTimers({ now: new Date('2026-11-28T12:00:00Z') })
  const write = vi.fn<() => Promise<void>>(() => Promise.resolve())
  for (let made = 0; made < 6_000; made += 1) {
    await inFullOrCounted('somebody', `entrance ${made}`, write)
  }
  expect(write).toHaveBeenCalledTimes(100)
  await inFullOrCounted('another', 'entrance 1', write)
  expect(write).toHaveBeenCalledTimes(101)

  vi.setSystemTime(new Date('2026-11-28T12:01:00Z'))
  await inFullOrCounted('somebody', 'entrance 1', write)
  expect(write, 'a minute later').toHaveBeenCalledTimes(102)
  vi.useRealTimers()
})
