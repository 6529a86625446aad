/** Case 2's cookies, each made from one that is good as it is. */
import { createHmac, randomBytes } from 'node:crypto'

const NAME = 'gatehouse.session_token'

/**
 * @param good the Cookie header of a live session
 * @param secret what the server signs with; one forgery is well signed, for a session nobody holds
 */
export function forgeries(good: string, secret: string): Readonly<Record<string, string>> {
  const value = decodeURIComponent(good.slice(NAME.length + 1))
  const [token = '', signature = ''] = value.split('.')
  const signed = (text: string, key: string): string =>
    `${NAME}=${encodeURIComponent(`${text}.${createHmac('sha256', key).update(text).digest('base64')}`)}`
  const changed = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
  return {
    'a changed token': `${NAME}=${encodeURIComponent(`${changed(token)}.${signature}`)}`,
    'a changed signature': `${NAME}=${encodeURIComponent(`${token}.${changed(signature)}`)}`,
    'no signature': `${NAME}=${token}`,
    'an empty signature': `${NAME}=${token}.`,
    'half of it': good.slice(0, NAME.length + 1 + value.length / 2),
    'another key’s signature': signed(token, randomBytes(36).toString('base64url')),
    'an empty key’s signature': signed(token, '\0'),
    'a well-signed token that nobody holds': signed(randomBytes(24).toString('base64url'), secret),
    'it, twice': `${good}; ${good}`,
    'it, and another of its name': `${good}; ${NAME}=x`,
    'it, in chunks': `${NAME}.0=${value.slice(0, 20)}; ${NAME}.1=${value.slice(20)}`,
    'a chunk number beyond all numbers': `${NAME}.${'9'.repeat(400)}=${value}`,
    'another prefix': `__Secure-${good}; __Host-${good}`,
    'another case': good.replace(NAME, NAME.toUpperCase()),
    'broken percent signs': `${NAME}=%E0%A4%A`,
    'a name of thousands of letters': `${'n'.repeat(6000)}=1; ${NAME}${'.0'.repeat(500)}=1`,
    'hundreds of cookies': Array.from({ length: 400 }, (_, index) => `c${index}=1`).join('; '),
    'nothing but separators': ';=;'.repeat(1500),
  }
}
