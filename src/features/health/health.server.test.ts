import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readinessProblems } from '~/db/readiness'
import { readiness } from './health.server'

vi.mock('~/db/readiness', () => ({ readinessProblems: vi.fn<typeof readinessProblems>() }))
vi.mock('~/platform/log', () => ({ log: () => ({ warn: () => undefined }) }))

const look = vi.mocked(readinessProblems)

// Each test begins with no verdict that still stands.
let now = 0
beforeEach(() => {
  now += 10_000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  look.mockReset().mockResolvedValue([])
})
afterEach(() => vi.restoreAllMocks())

test('who asks while another is being answered costs no look of their own', async () => {
  const answers = await Promise.all([readiness(), readiness(), readiness()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(look).toHaveBeenCalledTimes(1)
})

test('a verdict stands for a second from when the look began, and no longer', async () => {
  look.mockImplementationOnce(() => {
    now += 600
    return Promise.resolve([])
  })
  await readiness()
  look.mockResolvedValue(['a wall is missing'])
  now += 399
  expect((await readiness()).status).toBe(200)
  now += 1
  expect((await readiness()).status).toBe(503)
})

test('a look that fails is an answer, and the next one is taken', async () => {
  look.mockRejectedValueOnce(new Error('gone'))
  expect((await readiness()).status).toBe(503)
  now += 1_000
  expect((await readiness()).status).toBe(200)
})
