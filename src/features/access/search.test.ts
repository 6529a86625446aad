import { describe, expect, test } from 'vitest'
import { signInSearch, unauthorizedSearch } from './search'

/** What the router does with a validator's answer: lays it over what the address held. */
function asTheRouterDoes<Search>(validate: (raw: Record<string, unknown>) => Search) {
  return (raw: Record<string, unknown>) => ({ ...raw, ...validate(raw) })
}

describe('attack 12: a hostile address leaves nothing behind', () => {
  test('on the sign-in page', () => {
    const search = asTheRouterDoes(signInSearch)
    expect(search({ redirect: '//evil.example' }).redirect).toBeUndefined()
    expect(search({ redirect: { href: '/projects' } }).redirect).toBeUndefined()
    expect(search({ redirect: '/projects' }).redirect).toBe('/projects')
  })

  test('on the page about a missing permission', () => {
    const search = asTheRouterDoes(unauthorizedSearch)
    expect(search({ permission: 'Call 555-0100', from: 'https://evil.example' })).toEqual({
      permission: undefined,
      from: undefined,
    })
    expect(search({ permission: 'constructor' }).permission).toBeUndefined()
    expect(search({ permission: 'audit:read', from: '/audit' })).toEqual({
      permission: 'audit:read',
      from: '/audit',
    })
  })
})
