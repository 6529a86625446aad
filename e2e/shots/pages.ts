/** Every page: those behind the sign-in by the names of their files, the others written out. */
import { INVITATIONS } from '../harness/invitations.ts'
import { RESET_TOKEN } from '../harness/mailed-tokens.ts'
import { guardedPages } from '../journeys/guarded-pages.ts'
import type { Site } from '../journeys/site.ts'
import type { Onlooker, Subject } from './subject.ts'

const NOBODY: readonly Onlooker[] = ['nobody']

const PUBLIC: readonly Subject[] = [
  { name: 'login', path: '/login', people: NOBODY },
  { name: 'signup', path: '/signup', people: NOBODY },
  { name: 'forgot', path: '/forgot', people: NOBODY },
  { name: 'reset', path: `/reset/${RESET_TOKEN}`, people: NOBODY },
  { name: 'verify', path: '/verify/x', people: NOBODY },
  { name: 'invitation', path: `/invite/${INVITATIONS.newcomer.token}`, people: NOBODY },
  {
    name: 'invitation-of-an-account',
    path: `/invite/${INVITATIONS.outsider.token}`,
    people: ['nobody', 'outsider', 'viewer'],
  },
  { name: 'invitation-over', path: `/invite/${'x'.repeat(43)}`, people: NOBODY },
  { name: 'mailbox', path: '/demo/mailbox', people: NOBODY },
  { name: 'not-found-outside', path: '/no/such/page', people: NOBODY },
  { name: 'design', path: '/design', people: NOBODY },
]

/** Where a refusal or a mistake leads to. */
const LANDINGS: readonly Subject[] = [
  {
    name: 'refused',
    path: '/unauthorized?permission=audit:read&from=/audit',
    people: ['editor', 'author'],
  },
  { name: 'not-found', path: '/no/such/page', people: ['viewer'] },
  {
    name: 'not-found-document',
    path: '/documents/01900000-0000-7000-8000-999999999999',
    people: ['viewer'],
  },
  { name: 'nowhere', path: '/welcome', people: ['outsider'] },
  { name: 'nothing-found', path: '/projects?search=nothing+is+called+this', people: ['owner'] },
]

/** `/projects/123` → `projects_123`; the dashboard is `dashboard`. */
function nameOf(path: string): string {
  return path === '/' ? 'dashboard' : path.slice(1).replaceAll(/[^\w-]+/g, '_')
}

export async function pages(site: Site): Promise<Subject[]> {
  const guarded = await guardedPages(site)
  return [...PUBLIC, ...LANDINGS, ...guarded.map((path) => ({ name: nameOf(path), path }))]
}
