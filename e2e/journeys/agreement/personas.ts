/** As whom the pages are looked at. Everybody works at Larkspur Labs, or nowhere. */
import type { Person } from '../../harness/people.ts'
import type { Site } from '../site.ts'

export const PERSONAS = [
  'owner',
  'admin',
  'editor',
  'viewer',
  'billing',
  'twoRoles',
  'author',
  'consultant',
  'outsider',
  // Of an organization that lets them in no more.
  'suspended',
] as const satisfies readonly Person[]

export type Persona = (typeof PERSONAS)[number]

/** @returns the Cookie header of somebody who has signed in before */
export function cookieOf(site: Site, person: Person): string {
  return site
    .cookiesOf(person)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
}
