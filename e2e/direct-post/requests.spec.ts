/**
 * Cases 6, 10 and 11: requests that no client of ours would send, by the right person, with a
 * session and same-origin metadata. Each is refused before its function runs.
 */
import { expect, test } from './fixtures.ts'
import { expectDefect } from './known-defects.ts'
import { BODIES, HOSTILE_INPUTS } from './hostile-payloads.ts'
import { expectOutcome } from './outcome.ts'
import { callWith, sampleCall, sampleOf, SUBJECTS, whoMay } from './subjects.ts'
import { functionCall } from './wire.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'] as const

const OVER_THE_LIMIT = Buffer.alloc(513 * 1024, 'x')

for (const subject of SUBJECTS) {
  const { id, method, row } = subject
  const caller = whoMay(subject)

  test(`${id}: takes ${row.method} and no other method (6)`, async ({ target }) => {
    const call = await sampleCall(subject, target, caller)
    for (const other of METHODS.filter((name) => name !== row.method)) {
      const answer = await target.send({ ...call, method: other })
      const what = `${id} as ${caller} by ${other}`
      // An answer to HEAD has no body, and so no code.
      if (other === 'HEAD') expect(answer.status, `${what}: the method check`).toBe(405)
      else expectOutcome(answer, 'method_not_allowed', what)
      expect(answer.headers.allow, `${what}: the method it names`).toBe(method)
    }
  })

  test(`${id}: a payload that cannot be read is refused as such (10)`, async ({ target }) => {
    for (const [name, body] of Object.entries(BODIES)) {
      const call = functionCall(subject, body, target.cookies(caller))
      if (call.path.length > 8000) continue
      // An empty query is a call without input.
      if (row.method === 'GET' && body === '') continue
      const answer = await target.send(call)
      expectOutcome(answer, 'malformed_request', `${id} as ${caller}, ${name}`)
    }
    if (row.method === 'GET') return
    const call = await sampleCall(subject, target, caller)
    const form = { ...call.headers, 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await target.send({ ...call, headers: form, body: 'no form at all' })
    expectOutcome(answer, 'malformed_request', `${id} as ${caller}, a broken form`)
  })

  if (row.data !== undefined) {
    test(`${id}: hostile input that can be read is invalid (10)`, async ({ target }) => {
      const sample = sampleOf(subject, target) ?? {}
      for (const [name, make] of Object.entries(HOSTILE_INPUTS)) {
        const call = await callWith(subject, target, caller, make(sample))
        const answer = await target.send(call)
        expectOutcome(answer, 'invalid_input', `${id} as ${caller}, ${name}`)
      }
    })
  }

  test(`${id}: a request beyond the limit is refused, with and without a length (11)`, async ({
    target,
  }) => {
    const what = `${id} as ${caller}`
    const call = await sampleCall(subject, target, caller)
    const long = { ...call, path: `${subject.url}?payload=${'x'.repeat(9000)}` }
    expectOutcome(await target.send(long), 'payload_too_large', `${what}, a long address`)
    if (row.method === 'GET') return
    const sized = await target.send({ ...call, body: OVER_THE_LIMIT })
    expect(sized.status, `${what}, with a length: the body limit`).toBe(413)
    const streamed = await target.send({ ...call, body: OVER_THE_LIMIT, chunked: true })
    expect(streamed.status, `${what}, streamed: the body limit`).toBe(413)
  })

  if (row.method === 'GET') continue

  test(`${id}: what is refused for its size says so by code (11)`, async ({ target }) => {
    expectDefect(test, 'every function', 'code of 413')
    const call = await sampleCall(subject, target, caller)
    const answer = await target.send({ ...call, body: OVER_THE_LIMIT })
    expectOutcome(answer, 'payload_too_large', `${id} as ${caller}, with a length`)
  })
}
