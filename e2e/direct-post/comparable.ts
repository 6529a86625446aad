/** Answers that must be equal byte for byte. */
import type { Answer } from '../harness/http.ts'

/** The whole answer, but for what differs between any two: the time and the page's nonce. */
export function comparable({ status, headers, cookies, body }: Answer): unknown {
  const { date: _date, 'content-security-policy': _policy, ...rest } = headers
  return { status, headers: rest, cookies, body }
}
