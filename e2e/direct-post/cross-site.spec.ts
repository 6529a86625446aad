/**
 * Cases 7 and 8: what another site can make a browser send, and what a client says about itself.
 * Everything but the named header is what the right person would send, so nothing else refuses.
 */
import { comparable } from './comparable.ts'
import { ACCOUNTS } from '../harness/people.ts'
import { expectEffect } from './effects.ts'
import { expect, test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import { sampleCall, SUBJECTS, whoMay, whoMayNot } from './subjects.ts'

const FOREIGN = 'http://evil.example'

/** Fetch metadata, Origin and Referer, as the browser of a victim would set them. */
const CROSS_SITE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no metadata at all': { 'sec-fetch-site': '' },
  'a cross-site request': { 'sec-fetch-site': 'cross-site' },
  'a request from a sibling host': { 'sec-fetch-site': 'same-site' },
  'a request from no page': { 'sec-fetch-site': 'none' },
  'metadata that no browser sends': { 'sec-fetch-site': 'same-origin, cross-site' },
  'a foreign Origin beside same-origin metadata': { origin: FOREIGN },
  'an opaque Origin beside same-origin metadata': { origin: 'null' },
  'a foreign Origin and no metadata': { 'sec-fetch-site': '', origin: FOREIGN },
  'a foreign Referer and no metadata': { 'sec-fetch-site': '', referer: `${FOREIGN}/page` },
}

/** What a client can say about itself and a server without a proxy must not believe. */
const CLAIMS = {
  'x-user-id': ACCOUNTS.owner.userId,
  'x-forwarded-user': ACCOUNTS.owner.email,
  'x-forwarded-email': ACCOUNTS.owner.email,
  'x-forwarded-for': '127.0.0.1',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-real-ip': '10.0.0.1',
  'x-original-url': '/healthz',
  'x-rewrite-url': '/healthz',
  'x-http-method-override': 'DELETE',
  'x-gatehouse-client-address': '10.0.0.1',
  forwarded: 'for=10.0.0.1;host=evil.example',
  authorization: `Bearer ${ACCOUNTS.owner.userId}`,
}

for (const subject of SUBJECTS) {
  const { id, row } = subject
  const caller = whoMay(subject)

  test(`${id}: nothing that another site can send gets in (7)`, async ({ target }) => {
    for (const [name, headers] of Object.entries(CROSS_SITE)) {
      const call = await sampleCall(subject, target, caller)
      const all = { ...call.headers, ...headers }
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
      const answer = await target.send({ ...call, headers: sent })
      expectOutcome(answer, 'csrf', `${id} as ${caller}, ${name}`)
    }
  })

  test(`${id}: answers for no host but its own (8)`, async ({ target }) => {
    const { port } = target.server
    const hosts = [
      'evil.example',
      'localhost',
      `127.0.0.1:${port}`,
      `localhost:${port}.evil.example`,
    ]
    for (const host of hosts) {
      const answer = await target.send(await sampleCall(subject, target, caller, { host }))
      expectOutcome(answer, 'misdirected_request', `${id} as ${caller}, Host ${host}`)
    }
  })

  test(`${id}: an absolute address selects no other host (8)`, async ({ target }) => {
    const { origin } = target.server
    // The address overrules the header for some and not for others: neither alone may be believed.
    const lines = [
      ['a foreign address', FOREIGN, {}],
      ['a foreign address with its Host', FOREIGN, { host: 'evil.example' }],
      ['our address with a foreign Host', origin, { host: 'evil.example' }],
      ['a foreign address that names us', `http://${new URL(origin).host}@evil.example`, {}],
    ] as const
    for (const [name, base, headers] of lines) {
      const call = await sampleCall(subject, target, caller, headers)
      const answer = await target.send({ ...call, path: `${base}${call.path}` })
      expectOutcome(answer, 'misdirected_request', `${id} as ${caller}, ${name}`)
    }
  })

  test(`${id}: what a client claims about itself has no effect (8)`, async ({ target }) => {
    for (const refused of whoMayNot(subject)) {
      const answer = await target.send(await sampleCall(subject, target, refused, CLAIMS))
      expectOutcome(answer, row.outcomes[refused], `${id} as ${refused} who claims to be the owner`)
    }
    const claiming = await expectEffect(target, await sampleCall(subject, target, caller, CLAIMS), {
      what: `${id} as ${caller} with claims`,
      caller,
      outcome: 'ok',
      changes: row.changes?.(caller),
      entrance: id,
    })
    if (row.method === 'POST') return
    const plain = await target.send(await sampleCall(subject, target, caller))
    expect(comparable(claiming), `${id}: the whole answer`).toEqual(comparable(plain))
  })
}
