/**
 * The headers of every answer. Refuses, in the browser: scripts that the page did not ship, being
 * framed, being sniffed, and being kept by a shared cache (nothing here is public).
 */
import { randomBytes } from 'node:crypto'
import { env, isHttps } from '~/platform/env'

/** @returns a fresh value for one answer's scripts. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * @param response any answer; its body is passed on untouched
 * @param nonce what this answer's scripts carry
 */
export function withSecurityHeaders(response: Response, nonce: string): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(securityHeaders(nonce))) headers.set(name, value)
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers })
}

function securityHeaders(nonce: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    // The development server injects scripts of its own.
    ...(env().NODE_ENV === 'development' ? {} : { 'content-security-policy': policy(nonce) }),
    ...(isHttps() ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Style attributes, which components set to place themselves; never style elements.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
