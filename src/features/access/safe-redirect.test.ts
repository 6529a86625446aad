import { describe, expect, test } from 'vitest'
import { safeRedirect } from './safe-redirect'

describe('after signing in, a person is sent', () => {
  test.each([
    '/',
    '/projects',
    '/documents?mine=true',
    '/documents/0192-abc#heading',
    '/projects?name=R%26D%2FEurope',
    '/members?next=https://example.org/',
    '/projects/caf%C3%A9',
  ])('to a page of this site: %s', (path) => {
    expect(safeRedirect(path)).toBe(path)
  })
})

describe('attack 12: a hostile redirect leads to the dashboard', () => {
  const hostile: readonly [string, unknown][] = [
    ['another site', 'https://evil.example'],
    ['another site without a scheme', '//evil.example'],
    ['three slashes', '///evil.example'],
    ['a backslash for the second slash', '/\\evil.example'],
    ['backslashes', '\\\\evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a scheme without slashes', 'https:evil.example'],
    ['a tab between the slashes', '/\t/evil.example'],
    ['a line break between the slashes', '/\n/evil.example'],
    ['a leading space', ' //evil.example'],
    ['a zero byte', '/\u0000/evil.example'],
    ['a no-break space', '/\u00a0/evil.example'],
    ['an encoded second slash', '/%2fevil.example'],
    ['an encoded second slash, in capitals', '/%2Fevil.example'],
    ['a twice encoded second slash', '/%252fevil.example'],
    ['an encoded backslash', '/%5cevil.example'],
    ['a twice encoded backslash', '/%255cevil.example'],
    ['an encoded tab', '/%09/evil.example'],
    ['an encoded line break, for a header of its own', '/%0d%0aset-cookie:a=b'],
    ['a dot that resolves to two slashes', '/.//evil.example'],
    ['two dots that resolve to two slashes', '/a/..//evil.example'],
    ['encoded dots that resolve to two slashes', '/%2e%2e//evil.example'],
    ['a path that cannot be decoded', '/%E0%A4%A'],
    ['a relative path', 'projects'],
    ['a question mark alone', '?redirect=/'],
    ['an address with credentials', 'http://user@evil.example/'],
    ['nothing', ''],
    ['no text', undefined],
    ['a list', ['/projects']],
    ['an object', { toString: () => '/projects' }],
    ['a number', 1],
    ['something endless', `/${'a'.repeat(5000)}`],
  ]

  test.each(hostile)('%s', (_what, value) => {
    expect(safeRedirect(value)).toBe('/')
  })

  test.each(['/login', '/login/', '/login?redirect=/login', '/LOGIN', '/%6cogin', '/login#a'])(
    'the sign-in page itself, which would never end: %s',
    (path) => {
      expect(safeRedirect(path)).toBe('/')
    },
  )

  test.each(['/api/audit-export', '/_serverFn/projects.listProjects', '/api'])(
    'what is no page: %s',
    (path) => {
      expect(safeRedirect(path)).toBe('/')
    },
  )
})
