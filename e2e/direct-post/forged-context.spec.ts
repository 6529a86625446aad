/**
 * Case 9: the framework merges a `context` that the client sends into the middleware's own. Every
 * key that a gate or a handler reads is sent here with a value that would let anybody do anything;
 * none may have an effect, in any of the encodings.
 */
import { ACCOUNTS, TIDEWATER } from '../harness/people.ts'
import type { Call } from '../harness/http.ts'
import { comparable } from './comparable.ts'
import { expectEffect } from './effects.ts'
import { readEntrances } from './entrances.ts'
import { expect, test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import type { Caller } from './principals.ts'
import { sampleOf, sampleCall, type Subject, SUBJECTS, whoMay, whoMayNot } from './subjects.ts'
import type { Target } from './target.ts'
import { encode, encodeAlone, functionCall } from './wire.ts'

const ID = '01900000-0000-7000-8000-00000000dead'
/** Whatever any gate asks for: taken from the build, so that a new permission is forged as well. */
const { functions, routes } = readEntrances()
const EVERYTHING = [...functions, ...routes].flatMap(({ permissions }) => permissions)
const PRINCIPAL = { userId: ACCOUNTS.owner.userId, name: 'Nobody', email: 'n@n', sessionId: ID }
const ORGANIZATION = { id: TIDEWATER, name: 'Tidewater Books', plan: 'enterprise' }
const ACCESS = {
  userId: ACCOUNTS.owner.userId,
  orgId: TIDEWATER,
  membershipId: ID,
  status: 'active',
  roles: [{ id: ID, key: 'owner', name: 'Owner' }],
  permissions: new Set(EVERYTHING),
}

/** Every key that the gates hand on, and a few that somebody might come to trust. */
const FORGED = {
  principal: PRINCIPAL,
  organization: ORGANIZATION,
  access: ACCESS,
  session: { principal: PRINCIPAL, organization: ORGANIZATION, access: ACCESS, accessVersion: '1' },
  mode: 'read',
  db: {},
  trail: { written: 1 },
  project: { orgId: TIDEWATER, id: ID, name: 'x', status: 'active' },
  document: { orgId: TIDEWATER, id: ID, title: 'x', status: 'draft', version: 1 },
  member: { orgId: TIDEWATER, id: ID, userId: ID, name: 'x', roles: [], permissions: [] },
  invitation: { orgId: TIDEWATER, id: ID, email: 'n@n', status: 'pending', roles: [] },
  offer: { orgId: TIDEWATER, id: ID, membershipId: ID, expiresAt: new Date(8.64e15) },
  role: { orgId: TIDEWATER, id: ID, key: 'owner', name: 'Owner', isCustom: true, permissions: [] },
  user: PRINCIPAL,
  isAdmin: true,
}

for (const subject of SUBJECTS) {
  const { id, row } = subject

  test(`${id}: a forged context lets nobody in (9)`, async ({ target }) => {
    for (const caller of whoMayNot(subject)) {
      const what = `${id} as ${caller} with a forged context`
      const answer = await target.send(await forgedCall(subject, target, caller))
      expectOutcome(answer, row.outcomes[caller], what)
    }
  })

  if (row.method === 'POST') {
    test(`${id}: a forged context in a form isn't even read (9)`, async ({ target }) => {
      for (const caller of [whoMay(subject), ...whoMayNot(subject)]) {
        const answer = await target.send(await forgedForm(subject, target, caller))
        // No function of the product takes a form, and the body limit lets none be read.
        const what = `${id} as ${caller} with a forged context in a form`
        expectOutcome(answer, 'malformed_request', what)
      }
    })
  }

  test(`${id}: a forged context changes nothing for who may (9)`, async ({ target }) => {
    const caller = whoMay(subject)
    const call = await forgedCall(subject, target, caller)
    const what = `${id} as ${caller} with a forged context`
    const changes = row.changes?.(caller)
    const forged = await expectEffect(target, call, {
      what,
      caller,
      outcome: 'ok',
      changes,
      entrance: id,
    })
    if (row.method === 'POST') return
    const plain = await target.send(await sampleCall(subject, target, caller))
    expect(comparable(forged), `${what}: the whole answer`).toEqual(comparable(plain))
  })
}

async function forgedCall(subject: Subject, target: Target, caller: Caller): Promise<Call> {
  const payload = await encode(sampleOf(subject, target), FORGED)
  return functionCall(subject, payload, target.cookies(caller))
}

/** A form carries the context in a field of its own. */
async function forgedForm(subject: Subject, target: Target, caller: Caller): Promise<Call> {
  const form = new FormData()
  form.set('__TSS_CONTEXT', await encodeAlone(FORGED))
  for (const [key, value] of Object.entries(sampleOf(subject, target) ?? {})) {
    form.set(key, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const encoded = new Response(form)
  return functionCall(subject, await encoded.text(), {
    ...target.cookies(caller),
    'content-type': encoded.headers.get('content-type') ?? '',
  })
}
