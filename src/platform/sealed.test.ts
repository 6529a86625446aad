import { beforeAll, expect, test } from 'vitest'
import { seal, unseal } from './sealed'

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://nobody@localhost/nothing',
    AUTH_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
    APP_URL: 'http://localhost:3000',
  })
})

test('what was sealed can be read with the secret, and looks different every time', () => {
  expect(unseal(seal('to: somebody'))).toBe('to: somebody')
  expect(seal('same')).not.toBe(seal('same'))
  expect(Buffer.from(seal('to: somebody'), 'base64url').toString('latin1')).not.toContain(
    'somebody',
  )
})

test('what was altered is refused', () => {
  const bytes = Buffer.from(seal('to: somebody'), 'base64url')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  expect(() => unseal(bytes.toString('base64url'))).toThrow()
})
