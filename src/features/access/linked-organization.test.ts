import { expect, test } from 'vitest'
import { linkedOrganization, linkInto } from './linked-organization'
import type { Viewer } from './viewer'

const [HERE, THERE, CLOSED] = ['organization-a', 'organization-b', 'organization-c']

const viewer: Viewer = {
  userId: 'someone',
  name: 'Someone',
  email: 'someone@example.com',
  organizations: [
    { id: HERE, name: 'Here', status: 'active' },
    { id: THERE, name: 'There', status: 'active' },
    { id: CLOSED, name: 'Closed', status: 'suspended' },
  ],
  organization: { id: HERE, name: 'Here', plan: 'free' },
  roles: [],
  permissions: [],
  isBillingContact: false,
  isDemo: false,
}

test('a link into another of one’s own organizations is recognized, and the page is kept', () => {
  expect(linkedOrganization(viewer, `/documents/1?tab=notes&org=${THERE}#end`)).toEqual({
    id: THERE,
    name: 'There',
    page: '/documents/1?tab=notes#end',
  })
})

test.each([
  ['no organization', '/documents/1'],
  ['the one that is worked in', `/documents/1?org=${HERE}`],
  ['one that is not theirs', '/documents/1?org=organization-z'],
  ['one in which they are suspended', `/documents/1?org=${CLOSED}`],
  ['a prototype', '/documents/1?org=__proto__'],
  ['nothing', '/documents/1?org='],
])('a link into %s is like any other address', (_what, href) => {
  expect(linkedOrganization(viewer, href)).toBeUndefined()
})

test('what leads to another site is no page to open', () => {
  expect(linkedOrganization(viewer, `//evil.example/?org=${THERE}`)).toBeUndefined()
})

test('a copied link says which organization it leads into, and keeps the rest of the address', () => {
  const copied = linkInto(THERE, 'https://app.example.com/members?page=2&org=old')
  expect(copied).toBe(`https://app.example.com/members?page=2&org=${THERE}`)
})
