/** A configuration that would be unsafe does not start. */
import { describe, expect, test } from 'vitest'
import { assertDemoIsPrivate } from '~/platform/demo-mode'
import { databaseForFile } from '../support/database'
import { refusalToStart } from '../support/server-process'
import { readEnvironment } from '../support/unbooted'

const database = databaseForFile()

type Settings = Readonly<Record<string, string | undefined>>

const SECRET = 'Tq8vL2mZr5Yw1Kx9Bn4Jd7Hs3Gf6Pc0A'
const PLACEHOLDER = 'change-me-change-me-change-me-change-me'
const OPT_IN = 'DEMO_ON_A_REACHABLE_ADDRESS_I_KNOW_THIS_IS_A_BACKDOOR'

describe('the environment is refused', () => {
  const unsafe: readonly [what: string, secret: string | undefined, reason: RegExp][] = [
    ['without a secret', undefined, /AUTH_SECRET/],
    ['with an empty secret', '', /AUTH_SECRET/],
    ['with a short secret', SECRET.slice(0, 31), /AUTH_SECRET.*32/],
    ['with a placeholder', PLACEHOLDER, /placeholder/],
    ['with another placeholder', 'secret-secret-secret-secret-secret', /placeholder/],
    ['with one letter, repeated', 'x'.repeat(40), /placeholder/],
    ['with a few letters, repeated', 'abcdefgh'.repeat(5), /placeholder/],
    ['with a placeholder inside', `${SECRET}-replace-me`, /placeholder/],
  ]

  test.each(unsafe)('%s', async (_what, secret, reason) => {
    const reading = readEnvironment(database().url('app'), { AUTH_SECRET: secret })
    await expect(reading).rejects.toThrow(reason)
  })

  test('but not with a secret of 32 characters that begins like a placeholder', async () => {
    const settings = { AUTH_SECRET: `X0${SECRET.slice(2)}` }
    await expect(readEnvironment(database().url('app'), settings)).resolves.toBeUndefined()
  })
})

describe('the server refuses to start', () => {
  const unsafe: readonly [what: string, settings: Settings, reasons: readonly RegExp[]][] = [
    // One of those above: what the app finds wrong with its environment ends the process.
    ['with a placeholder', { AUTH_SECRET: PLACEHOLDER }, [/AUTH_SECRET is a placeholder/]],
    [
      'without a database, and says all that it lacks',
      { DATABASE_URL: undefined, APP_URL: undefined },
      [/DATABASE_URL is missing/, /APP_URL is missing/],
    ],
    [
      "without the owner's address",
      { DATABASE_OWNER_URL: undefined },
      [/DATABASE_OWNER_URL is missing/],
    ],
    [
      'over plain http for others',
      { APP_URL: 'http://app.gatehouse.example' },
      [/APP_URL is http/],
    ],
    ['as a demo that listens everywhere', { DEMO: '1', HOST: '0.0.0.0' }, [/DEMO=1 .*HOST is 0/]],
  ]

  test.each(unsafe)('%s', async (_what, settings, reasons) => {
    const { exitCode, said } = await refusalToStart(database().url('app'), settings)
    expect(exitCode).toBe(1)
    for (const reason of reasons) expect(said).toMatch(reason)
    expect(said, 'it repeats the secret').not.toContain(PLACEHOLDER)
  })
})

test('the server starts as a demo that others reach, when that was said aloud', async () => {
  const settings = { DEMO: '1', APP_URL: 'https://demo.gatehouse.example', [OPT_IN]: '1' }
  const { said } = await refusalToStart(database().url('app'), settings)
  expect(said).toBe('it serves')
})

describe('demo mode, which signs anybody in as anybody, is refused', () => {
  const home = {
    DEMO: true,
    [OPT_IN]: false,
    HOST: '127.0.0.1',
    APP_URL: new URL('http://localhost:3000'),
    DATABASE_URL: 'postgres://gatehouse_app@127.0.0.1:5432/demo',
  }
  // The rest of the environment is not read.
  const judge = (settings: object) => () =>
    assertDemoIsPrivate({ ...home, ...settings } as Parameters<typeof assertDemoIsPrivate>[0])

  const reachable: readonly [what: string, settings: object, reason: string][] = [
    ['on every address of the machine', { HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
    ['on every IPv6 address of the machine', { HOST: '::' }, 'HOST is ::'],
    ['under a public name', { APP_URL: new URL('https://demo.example') }, 'APP_URL'],
    ['under a name like localhost', { APP_URL: new URL('http://localhost.example') }, 'APP_URL'],
    ['with a database elsewhere', { DATABASE_URL: 'postgres://db.example/demo' }, 'DATABASE_URL'],
    [
      'with a database like ours',
      { DATABASE_URL: 'postgres://127.0.0.1@db.example/d' },
      'DATABASE_URL',
    ],
    ...['host=db.example', 'ssl=0&h%6Fst=db.example', 'hostaddr=192.0.2.7'].map(
      (parameter): [string, object, string] => [
        `with a database elsewhere by ${parameter}`,
        { DATABASE_URL: `postgres://127.0.0.1/demo?${parameter}` },
        'DATABASE_URL',
      ],
    ),
  ]

  test.each(reachable)('%s', (_what, settings, reason) => {
    expect(judge(settings)).toThrow(reason)
    expect(judge({ ...settings, [OPT_IN]: true })).not.toThrow()
    expect(judge({ ...settings, DEMO: false })).not.toThrow()
  })

  test('nowhere else', () => {
    expect(judge({})).not.toThrow()
    expect(judge({ HOST: '::1', APP_URL: new URL('http://[::1]:3000') })).not.toThrow()
  })
})
