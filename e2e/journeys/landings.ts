/**
 * Where each person lands who opens a page by its address: the page, the words that there is
 * nothing, what is missing with the way back, or where they can choose an organization. Written out
 * by hand.
 */
import type { Person } from '../harness/people.ts'

const READERS: readonly Person[] = ['owner', 'admin', 'editor', 'viewer', 'twoRoles', 'consultant']
const WRITERS: readonly Person[] = ['owner', 'admin', 'editor', 'twoRoles']
const RUNNERS: readonly Person[] = ['owner', 'admin']
const MEMBERS: readonly Person[] = [...READERS, 'billing', 'author']
const COLLEAGUES: readonly Person[] = [...READERS, 'billing']
const EVERYBODY: readonly Person[] = [...MEMBERS, 'outsider', 'suspended']

interface Landing {
  readonly lets: readonly Person[]
  /** What the others are told they lack; without it, that there is nothing. */
  readonly lacking?: string
  /** Who is told that there is nothing all the same: they must not learn that there is. */
  readonly nothingFor?: readonly Person[]
}

/** By the kind of page. */
const LANDINGS: Readonly<Record<string, Landing>> = {
  '/': { lets: MEMBERS },
  '/account': { lets: EVERYBODY },
  '/audit': { lets: RUNNERS, lacking: 'audit:read' },
  '/audit/denials': { lets: RUNNERS, lacking: 'audit:read' },
  '/billing': { lets: COLLEAGUES, lacking: 'billing:read' },
  '/documents': { lets: MEMBERS },
  '/documents/:id': { lets: READERS },
  '/documents/:id/edit': {
    lets: WRITERS,
    lacking: 'content:write',
    nothingFor: ['billing', 'author'],
  },
  '/invitations': { lets: RUNNERS, lacking: 'org:members:invite' },
  '/invitations/import': { lets: RUNNERS, lacking: 'org:members:invite' },
  '/matrix': { lets: READERS, lacking: 'org:roles:read' },
  '/members': { lets: COLLEAGUES, lacking: 'users:read' },
  '/members/:id': { lets: COLLEAGUES },
  '/projects': { lets: READERS, lacking: 'projects:read' },
  '/projects/:id': { lets: READERS },
  '/projects/:id/new-document': { lets: WRITERS, lacking: 'content:write' },
  '/roles': { lets: READERS, lacking: 'org:roles:read' },
  '/roles/:id': { lets: READERS, lacking: 'org:roles:read' },
  '/roles/compare': { lets: READERS, lacking: 'org:roles:read' },
  '/settings': { lets: READERS, lacking: 'org:settings:read' },
  '/unauthorized': { lets: EVERYBODY },
  '/welcome': { lets: EVERYBODY },
}

/** @returns the status of the page, or where it leads */
export function landing(path: string, person: Person): string {
  const found = LANDINGS[path.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, ':id')]
  if (found === undefined)
    throw new Error(`add ${path} to LANDINGS: who is let in, and what others lack`)
  const { lets, lacking, nothingFor } = found
  if (lets.includes(person)) return '200'
  if (!MEMBERS.includes(person)) return '/welcome'
  if (lacking === undefined || nothingFor?.includes(person) === true) return '404'
  return `/unauthorized?permission=${encodeURIComponent(lacking)}&from=${encodeURIComponent(path)}`
}
