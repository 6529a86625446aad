/**
 * Reads the session cookie and verifies its signature before anything touches the database: a
 * tampered, truncated or foreign cookie costs one HMAC and no query.
 */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { env, isHttps } from '~/platform/env'

/** A token is 32 characters and its signature 44; whatever is much longer is not ours. */
const LONGEST_COOKIE = 256

/** @returns the cookie's name; the prefix makes browsers refuse it over plain http. */
export function sessionCookieName(): string {
  return isHttps() ? '__Secure-gatehouse.session_token' : 'gatehouse.session_token'
}

/**
 * @param cookieHeader the request's Cookie header
 * @returns the session's token if the cookie carries one that this server signed
 */
export function sessionTokenOf(cookieHeader: string | null): string | undefined {
  const raw = cookieHeader === null ? undefined : findCookie(cookieHeader, sessionCookieName())
  if (raw === undefined || raw.length > LONGEST_COOKIE) return undefined
  const value = decode(raw)
  const dot = value?.lastIndexOf('.') ?? -1
  if (value === undefined || dot < 1) return undefined
  const token = value.slice(0, dot)
  return isSignedBy(env().AUTH_SECRET, token, value.slice(dot + 1)) ? token : undefined
}

/** Two cookies of one name are how cookie tossing starts: then neither counts. */
function findCookie(header: string, name: string): string | undefined {
  const prefix = `${name}=`
  const found = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix))
  return found.length === 1 ? found[0]?.slice(prefix.length) : undefined
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function isSignedBy(secret: string, token: string, signature: string): boolean {
  const expected = createHmac('sha256', keyOf(secret)).update(token).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The one secret as a key: making it of the string again takes as long as the HMAC itself. */
let made: { readonly secret: string; readonly key: KeyObject } | undefined

function keyOf(secret: string): KeyObject {
  if (made?.secret !== secret) made = { secret, key: createSecretKey(secret, 'utf8') }
  return made.key
}
