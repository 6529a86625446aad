/**
 * Fills an empty database with the demo: three organizations, their people and 90 days of history.
 * Does nothing when it has been filled. Needs the app's environment (DATABASE_URL, AUTH_SECRET,
 * APP_URL): the audit chain is signed with keys derived from that secret.
 */
import { hashPassword } from 'better-auth/crypto'
import { closePool } from '~/db/client'
import { DEMO_PASSWORD, PERSONAS } from '~/features/demo/personas'
import { COLLEAGUES, persona } from './seed/cast'
import { createPerson } from './seed/factories'
import { seedOrganizations } from './seed/organizations'

async function seed(): Promise<void> {
  const people = [...PERSONAS.map(({ key }) => persona(key)), ...Object.values(COLLEAGUES)]
  // One hash for everybody: they share the password, and each hash costs a tenth of a second.
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const person of people) await createPerson({ ...person, passwordHash })
  const made = await seedOrganizations(new Date())
  if (made > 0) process.stdout.write(`Seeded ${made} organizations and ${people.length} people.\n`)
}

try {
  await seed()
} finally {
  await closePool()
}
