/** Case 10: addresses that name no function, or name one in a way that nobody would. */
import { expect, test } from './fixtures.ts'
import { expectDefect } from './known-defects.ts'
import { expectNoMachinery } from './leaks.ts'
import { expectOutcome } from './outcome.ts'
import { restoring } from './restoring.ts'
import { sampleCall, subjectOf } from './subjects.ts'

const KNOWN = 'projects.updateProject'

const ADDRESSES = [
  '/_serverFn/projects.nobody',
  '/_serverFn/updateProject',
  '/_serverFn/__proto__',
  '/_serverFn/constructor',
  '/_serverFn/toString',
  '/_serverFn/',
  '/_serverFn//',
  '/_serverFn/?payload=x',
  '/_serverFn/%20',
  '/_serverFn/..%2fhealthz',
  '/_serverFn/%00',
  `/_serverFn/${KNOWN}%20`,
  `/_serverFn/${KNOWN.toUpperCase()}`,
  `/_serverFn/${KNOWN}/`,
  `/_serverFn/${KNOWN}/more`,
  `/_serverFn//${KNOWN}`,
]

for (const path of ADDRESSES) {
  test(`${path} is the address of no function (10)`, async ({ target }) => {
    expectDefect(test, path, 'address')
    await restoring(target, async () => {
      for (const caller of ['owner', 'anonymous'] as const) {
        const call = await sampleCall(subjectOf(KNOWN), target, caller)
        for (const one of [call, { ...call, method: 'GET', body: undefined }]) {
          const answer = await target.send({ ...one, path })
          const what = `${path} as ${caller} by ${one.method}`
          expectNoMachinery(answer, what)
          expectOutcome(answer, 'not_found', what, 'no function')
        }
      }
    })
  })
}

test('an address that is no address is refused (10)', async ({ target }) => {
  for (const path of ['/_serverFn/%E0%A4%A', '/%', '/..%2f..%2fetc/passwd']) {
    const headers = { 'sec-fetch-site': 'same-origin', ...target.cookies('owner') }
    const answer = await target.send({ method: 'GET', path, headers })
    expect([400, 404], path).toContain(answer.status)
    expectNoMachinery(answer, path)
  }
})
