/**
 * Where a request comes from: the connection's address, or what a configured proxy said. A header
 * that just anybody can send counts for nothing.
 */
import { isIPv6 } from 'node:net'

/** @returns the address that srvx read from the connection, or `unknown` outside it. */
export function clientAddress(request: Request): string {
  const ip: unknown = Reflect.get(request, 'ip')
  return typeof ip === 'string' && ip !== '' ? ip : 'unknown'
}

/** A household has 2^64 addresses of IPv6: what is theirs alone is the first half. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length
  return [...groups, ...Array<string>(Math.max(missing, 0)).fill('0')].slice(0, 4).join(':')
}
