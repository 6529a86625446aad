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
  // Read as calls by whoever resolves the escapes only after the checks.
  `/%5FserverFn/${KNOWN}`,
  `/_server%46n/${KNOWN}`,
  '/%5fserverFn/demo.listPersonas/more',
  '/%5FserverFn/',
  `/%255FserverFn/${KNOWN}`,
  '/%61pi/audit-export',
  '/api%2Faudit-export',
  '/%61pi/auth/sign-out',
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
  for (const path of [
    '/_serverFn/%E0%A4%A',
    '/%5FserverFn/%E0%A4%A',
    '/%5FserverFn/%',
    '/%',
    '/..%2f..%2fetc/passwd',
  ]) {
    const headers = { 'sec-fetch-site': 'same-origin', ...target.cookies('owner') }
    const answer = await target.send({ method: 'GET', path, headers })
    expect([400, 404], path).toContain(answer.status)
    expectNoMachinery(answer, path)
  }
})

test('a form that is sent before the script has loaded leads back to its page', async ({
  target,
}) => {
  const ask = (path: string, accept: string) =>
    target.send({ method: 'POST', path, headers: { accept, ...target.cookies('owner') } })
  const { origin } = target.server
  await restoring(target, async () => {
    for (const path of ['/projects?page=2', '//evil.example/projects']) {
      const answer = await ask(path, 'text/html,*/*;q=0.8')
      expect([answer.status, answer.headers.location], path).toEqual([303, origin + path])
      expectOutcome(await ask(path, '*/*'), 'method_not_allowed', `${path}, asked by a program`)
    }
    const machines = await ask('/api/audit-export', 'text/html')
    expectOutcome(machines, 'method_not_allowed', '/api/audit-export, which is no page')
  })
})
