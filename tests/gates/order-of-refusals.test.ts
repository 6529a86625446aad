/**
 * The gates refuse in one order everywhere: who is it, do they belong here, may they, does the
 * plan allow it, and only then is the input looked at. Whoever is refused learns nothing about it.
 */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { PersonaKey } from '~/features/demo/personas'
import { newId } from '~/platform/ids'
import { FERNWAY, LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Answer, Caller } from '../support/caller'
import { digestOf } from '../support/digest'
import type { FunctionName } from '../support/functions'
import { FUNCTION_NAMES, NOT_THE_OWNERS, SAMPLES, type Things, thingsOf } from '../support/samples'

const app = appForFile()
let things: Things

beforeAll(async () => {
  things = await thingsOf(app.database, LARKSPUR)
})

const kindOf = (name: FunctionName) => inject('functions')[name]?.kind
const names = (...kinds: readonly string[]) =>
  FUNCTION_NAMES.filter((name) => kinds.includes(kindOf(name) ?? ''))
const TENANT = ['member', 'permission', 'resource']

/** The same call with input that its function would not accept; what names the thing stays. */
function badInputs(name: FunctionName): unknown[] {
  const sample: Readonly<Record<string, unknown>> | undefined = SAMPLES[name](things)
  const ids = Object.entries(sample ?? {}).filter(([key]) => key.endsWith('Id'))
  const onlyIds = Object.fromEntries(ids)
  const nonsense = Object.fromEntries(
    Object.keys(sample ?? {}).map((key) => [key, key in onlyIds ? onlyIds[key] : { no: key }]),
  )
  const withId = [{ ...sample, orgId: newId(), role: 'owner' }, nonsense]
  return kindOf(name) === 'resource' ? withId : [...withId, 'text', []]
}

/** @returns the one answer to every input, or what differs */
async function answerToAnything(caller: Caller, name: FunctionName): Promise<Answer> {
  const good = await caller.attack(name, SAMPLES[name](things))
  for (const input of badInputs(name)) {
    const bad = await caller.attack(name, input)
    expect([bad.status, bad.body], `${name} with ${JSON.stringify(input)}`).toEqual([
      good.status,
      good.body,
    ])
  }
  return good
}

test('every function has a sample, and no sample is of a function that is gone', () => {
  expect(FUNCTION_NAMES.toSorted()).toEqual(Object.keys(inject('functions')).toSorted())
})

test('attack 1: nobody is told to sign in, by every function and whatever is sent', async () => {
  const before = await digestOf(app.database)
  for (const name of names('signed in', ...TENANT)) {
    const answer = await answerToAnything(app.nobody, name)
    expect([answer.status, answer.code], name).toEqual([401, 'unauthenticated'])
  }
  expect(await digestOf(app.database)).toEqual(before)
})

test.each<PersonaKey>(['outsider', 'suspended'])(
  '%s is told that they are no active member, by every function of an organization',
  async (who) => {
    const caller = await app.as(who)
    // Signing in leads them nowhere; here their session says that they work there all the same.
    await app.database.query(
      'update auth.session set active_organization_id = $1 where user_id = $2',
      [LARKSPUR, persona(who).id],
    )
    const before = await digestOf(app.database)
    for (const name of names(...TENANT)) {
      const answer = await answerToAnything(caller, name)
      expect([answer.status, answer.code], name).toEqual([403, 'no_membership'])
    }
    expect(await digestOf(app.database)).toEqual(before)
  },
)

test.each<PersonaKey>(['guest', 'viewer', 'billing', 'admin'])(
  'attack 5: %s learns nothing about the input of a call that is refused, and changes nothing',
  async (who) => {
    const caller = await app.as(who)
    const before = await digestOf(app.database)
    let refused = 0
    for (const name of names('permission', 'resource')) {
      if (!(await isRefused(caller, name))) continue
      refused += 1
      const { status, code } = await answerToAnything(caller, name)
      expect([`403 forbidden`, `404 not_found`], name).toContain(`${status} ${code}`)
    }
    expect(refused).toBeGreaterThan(0)
    expect(await digestOf(app.database)).toEqual(before)
  },
)

/** Asked with input that is never accepted, so that asking changes nothing. */
async function isRefused(caller: Caller, name: FunctionName): Promise<boolean> {
  const [bad] = badInputs(name)
  const { status } = await caller.attack(name, bad)
  return status === 403 || status === 404
}

/** Those that Olivia gets through to: she owns the organization alone, and no offer is for her. */
const hers = (...kinds: readonly string[]) =>
  names(...kinds).filter((name) => !NOT_THE_OWNERS.has(name))

describe('who passes every gate', () => {
  const takesInput = FUNCTION_NAMES.filter(
    (name) => kindOf(name) !== 'public' && SAMPLES[name]({} as Things) !== undefined, // no value matters
  )

  test('is told which input is wrong, and changes nothing', async () => {
    const olivia = await app.as('owner')
    const before = await digestOf(app.database)
    const inputs = takesInput.flatMap((name) => {
      const sample: Readonly<Record<string, unknown>> = { ...SAMPLES[name](things) }
      const others = Object.keys(sample).filter((key) => !key.endsWith('Id'))
      return others.map((key) => ({ name, key, input: { ...sample, [key]: { no: key } } }))
    })
    expect(inputs.length).toBeGreaterThan(10)
    for (const { name, key, input } of inputs) {
      const { code, refusal } = await olivia.attack(name, input)
      expect([code, refusal?.details.issues], name).toEqual([
        'invalid_input',
        [{ path: key, message: expect.any(String) }],
      ])
    }
    expect(await digestOf(app.database)).toEqual(before)
  })

  test('attack 15: is refused an unknown key, whatever it is called, by every function', async () => {
    const olivia = await app.as('owner')
    const keys = [
      'orgId',
      'organization_id',
      'role',
      'createdBy',
      'ownerId',
      'userId',
      'id',
      'status',
    ]
    const before = await digestOf(app.database)
    for (const name of hers('signed in', ...TENANT)) {
      for (const key of keys) {
        const answer = await olivia.attack(name, { ...SAMPLES[name](things), [key]: FERNWAY })
        expect(answer.code, `${name} with ${key}`).toBe('invalid_input')
        expect(answer.body).not.toContain(FERNWAY)
      }
    }
    expect(await digestOf(app.database)).toEqual(before)
  })

  test('an id that is none is answered like one that names nothing', async () => {
    const olivia = await app.as('owner')
    for (const name of hers('resource')) {
      const sample: Readonly<Record<string, unknown>> = { ...SAMPLES[name](things) }
      const [idKey = ''] = Object.keys(sample).filter((key) => key.endsWith('Id'))
      const random = await olivia.attack(name, { ...sample, [idKey]: newId() })
      expect([random.status, random.code], name).toEqual([404, 'not_found'])
      for (const id of ['', 'all', "' or true --", null, 7, [sample[idKey]], { $ne: null }]) {
        const answer = await olivia.attack(name, { ...sample, [idKey]: id })
        expect([answer.status, answer.body], name).toEqual([random.status, random.body])
      }
    }
  })
})

test('the plan is asked after the permission and before the input', async () => {
  const ruth = await app.as('ruth@fernway.example') // owns an organization at its limit
  const dan = await app.as('dan@fernway.example') // only reads there
  for (const input of [{ name: 'One too many' }, { name: '' }, { nonsense: true }, 'text']) {
    expect((await ruth.attack('projects.createProject', input)).code).toBe('quota_exceeded')
    expect((await dan.attack('projects.createProject', input)).code).toBe('forbidden')
  }
})
