/** A configuration that would be unsafe does not start. */
import { describe, expect, test } from 'vitest'
import { assertDemoIsPrivate } from '~/platform/demo-mode'
import { databaseForFile } from '../support/database'
import { refusalToStart } from '../support/server-process'

const database = databaseForFile()

type Settings = Readonly<Record<string, string | undefined>>

const SECRET = 'Tq8vL2mZr5Yw1Kx9Bn4Jd7Hs3Gf6Pc0A'
const OPT_IN = 'DEMO_ON_A_REACHABLE_ADDRESS_I_KNOW_THIS_IS_A_BACKDOOR'

const unsafe: readonly [what: string, settings: Settings, reason: RegExp][] = [
  ['without a secret', { AUTH_SECRET: undefined }, /AUTH_SECRET/],
  ['with an empty secret', { AUTH_SECRET: '' }, /AUTH_SECRET/],
  ['with a short secret', { AUTH_SECRET: SECRET.slice(0, 31) }, /AUTH_SECRET.*32/],
  ['with a placeholder', { AUTH_SECRET: 'change-me-change-me-change-me-change-me' }, /placeholder/],
  [
    'with another placeholder',
    { AUTH_SECRET: 'secret-secret-secret-secret-secret' },
    /placeholder/,
  ],
  ['with one letter, repeated', { AUTH_SECRET: 'x'.repeat(40) }, /placeholder/],
  ['with a few letters, repeated', { AUTH_SECRET: 'abcdefgh'.repeat(5) }, /placeholder/],
  ['with a placeholder inside', { AUTH_SECRET: `${SECRET}-replace-me` }, /placeholder/],
  ['without a database', { DATABASE_URL: undefined }, /DATABASE_URL is missing/],
  [
    "without the owner's address",
    { DATABASE_OWNER_URL: undefined },
    /DATABASE_OWNER_URL is missing/,
  ],
  ['without its own address', { APP_URL: undefined }, /APP_URL is missing/],
  ['over plain http for others', { APP_URL: 'http://app.gatehouse.example' }, /APP_URL is http/],
  ['as a demo that listens everywhere', { DEMO: '1', HOST: '0.0.0.0' }, /DEMO=1 .*HOST is 0/],
]

describe('the server refuses to start', () => {
  test.each(unsafe)('%s', async (_what, settings, reason) => {
    const { exitCode, said } = await refusalToStart(database().url('app'), settings)
    expect(exitCode).toBe(1)
    expect(said).toMatch(reason)
    const secret = settings.AUTH_SECRET ?? ''
    expect(secret !== '' && said.includes(secret), 'it repeats the secret').toBe(false)
  })
})

describe('the server starts', () => {
  const safe: readonly [what: string, settings: Settings][] = [
    [
      'with a secret of 32 characters that begins like a placeholder',
      { AUTH_SECRET: `X0${SECRET.slice(2)}` },
    ],
    [
      'as a demo that others reach, when that was said aloud',
      { DEMO: '1', APP_URL: 'https://demo.gatehouse.example', [OPT_IN]: '1' },
    ],
  ]

  test.each(safe)('%s', async (_what, settings) => {
    const { said } = await refusalToStart(database().url('app'), settings)
    expect(said).toBe('it serves')
  })
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
