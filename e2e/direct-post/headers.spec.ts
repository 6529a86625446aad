/**
 * Case 37 and the rest of what an answer carries: no shared cache may keep it, no other page may
 * frame it, and nothing in it tells what the server is made of. Refusals included.
 */
import type { Answer } from '../harness/http.ts'
import { expect, test } from './fixtures.ts'
import { expectNoMachinery } from './leaks.ts'
import { sampleCall, SUBJECTS, whoMayNot } from './subjects.ts'

const REQUIRED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

for (const subject of SUBJECTS) {
  const { id, row } = subject

  test(`${id}: its answers are kept by nobody and framed by nobody (37)`, async ({ target }) => {
    const callers = row.method === 'GET' ? (['owner'] as const) : []
    for (const caller of [...callers, ...whoMayNot(subject)]) {
      const answer = await target.send(await sampleCall(subject, target, caller))
      expectSafeHeaders(answer, `${id} as ${caller}`)
      expectNoMachinery(answer, `${id} as ${caller}`)
    }
  })
}

function expectSafeHeaders({ headers }: Answer, what: string): void {
  const message = `${what}: the headers of the answer`
  expect(headers, message).toMatchObject(REQUIRED)
  expect(headers['cache-control'], message).toMatch(/\bno-store\b/)
  expect(headers['content-security-policy'], message).toMatch(/default-src 'none'.*frame-ancestors/)
  expect(headers, message).not.toHaveProperty('x-powered-by')
  expect(headers, message).not.toHaveProperty('server')
  expect(headers, message).not.toHaveProperty('access-control-allow-origin')
}
