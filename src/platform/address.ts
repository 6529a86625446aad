/**
 * Where a request comes from: the connection's address, or what a configured proxy said. A header
 * that just anybody can send counts for nothing.
 */

/** @returns the address that srvx read from the connection, or `unknown` outside it. */
export function clientAddress(request: Request): string {
  const ip: unknown = Reflect.get(request, 'ip')
  return typeof ip === 'string' && ip !== '' ? ip : 'unknown'
}
