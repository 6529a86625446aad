/** Demo mode's own logic, behind the gate that refuses outside it. */
import { guardedEntrances } from 'virtual:entrances'
import { notFound, ROLE_TEMPLATES } from '~/authz'
import { auth } from '~/auth/better-auth'
import { headersForAuth } from '~/features/account/auth-calls.server'
import { DEMO_PASSWORD, type PersonaKey, PERSONAS } from './personas'

/** The demo's people as its pages offer them. What they hold by now may be something else. */
export function listPersonas() {
  return PERSONAS.map(({ key, name, email, title, organization, roles, group }) => ({
    key,
    name,
    email,
    title,
    organization,
    roles: roles.map((role) => ROLE_TEMPLATES[role].name),
    group,
  }))
}

/** The permissions that each function asks for, as the build that answers was made. */
export function listAsked(): Record<string, string[]> {
  return Object.fromEntries(
    guardedEntrances.map(({ name, permissions }) => [name, [...permissions]]),
  )
}

/**
 * Signs in with the demo's password, through the front door: same hash, same session, same cookie.
 */
export async function signInAs(key: PersonaKey): Promise<{ name: string }> {
  const persona = PERSONAS.find((candidate) => candidate.key === key)
  if (persona === undefined) throw notFound()
  await auth().api.signInEmail({
    body: { email: persona.email, password: DEMO_PASSWORD },
    headers: headersForAuth(),
  })
  return { name: persona.name }
}
