/**
 * Secrets that travel in links: random, used once, and known to the database only by their hash, so
 * that who reads a table or a backup can open nothing.
 */
import { createHash, randomBytes } from 'node:crypto'

/** @returns a fresh token; 256 bits, so that nobody finds one by trying */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** @returns what is kept of a token. It needs no salt: nobody can list the tokens there are. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
