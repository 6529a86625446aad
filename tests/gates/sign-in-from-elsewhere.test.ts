/** Whoever guesses at an account keeps themselves out, and not the person whose account it is. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '~/features/demo/personas'
import { trySignIn } from '../support/caller'
import { databaseForFile } from '../support/database'
import { type ServerProcess, startServer } from '../support/server-process'

const PER_ACCOUNT = 2
const VICTOR = 'victor@larkspur.example'
const database = databaseForFile()
let server: ServerProcess

beforeAll(async () => {
  server = await startServer(database().url('app'), {
    SIGN_IN_LIMIT_PER_ACCOUNT: String(PER_ACCOUNT),
    // The address of a caller is then what the proxy in front says, which here is the test.
    TRUST_PROXY: 'loopback',
  })
  return () => server.stop()
})

beforeEach(async () => {
  await database().query('delete from platform.rate_limits')
})

async function attempt(address: string, password = 'a guess', email = VICTOR): Promise<number> {
  return (await trySignIn(server, email, password, { 'x-forwarded-for': address })).status
}

test('a stranger who uses up the guesses at an account does not lock its person out', async () => {
  for (let guess = 0; guess < PER_ACCOUNT; guess += 1) {
    expect(await attempt('203.0.113.7')).toBe(401)
  }
  // However long they go on.
  for (let guess = 0; guess < 3; guess += 1) {
    expect(await attempt('203.0.113.7', DEMO_PASSWORD)).toBe(429)
  }
  expect(await attempt('198.51.100.1', DEMO_PASSWORD)).toBe(200)
  expect(await attempt('203.0.113.7', DEMO_PASSWORD, 'edith@larkspur.example')).toBe(200)
})

test('the addresses of one network of IPv6 are one place', async () => {
  expect(await attempt('2001:db8:1:2::1')).toBe(401)
  expect(await attempt('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(401)
  expect(await attempt('2001:db8:1:2::3', DEMO_PASSWORD)).toBe(429)
  expect(await attempt('2001:db8:1:3::1', DEMO_PASSWORD)).toBe(200)
  expect(await attempt('2001:db8::1', DEMO_PASSWORD)).toBe(200)
})

test('guessing from very many addresses ends all the same', async () => {
  expect(await attempt('203.0.113.7')).toBe(401)
  // As fifty such addresses would leave it.
  const counted = await database().query(
    `update platform.rate_limits set points = $1 where key like 'account:%' returning key`,
    [PER_ACCOUNT * 50],
  )
  expect(counted).toHaveLength(1)
  expect(await attempt('198.51.100.1', DEMO_PASSWORD)).toBe(429)
})
