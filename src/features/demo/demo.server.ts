/** Demo mode's own logic, behind the gate that refuses outside it. */
import { getRequest } from '@tanstack/react-start/server'
import { notFound } from '~/authz'
import { auth, CLIENT_ADDRESS_HEADER } from '~/auth/better-auth'
import { clientAddress } from '~/platform/address'
import { DEMO_PASSWORD, type PersonaKey, PERSONAS } from './personas'

export function listPersonas() {
  return PERSONAS.map(({ key, name, title, organization }) => ({ key, name, title, organization }))
}

/**
 * Signs in with the demo's password, through the front door: same hash, same session, same cookie.
 */
export async function signInAs(key: PersonaKey): Promise<{ name: string }> {
  const persona = PERSONAS.find((candidate) => candidate.key === key)
  if (persona === undefined) throw notFound()
  await auth().api.signInEmail({
    body: { email: persona.email, password: DEMO_PASSWORD },
    headers: headersWithAddress(),
  })
  return { name: persona.name }
}

/** The address that we saw replaces whatever the client claims, as at the front door. */
function headersWithAddress(): Headers {
  const request = getRequest()
  const headers = new Headers(request.headers)
  headers.set(CLIENT_ADDRESS_HEADER, clientAddress(request))
  return headers
}
