import { describe, expect, test } from 'vitest'
import {
  type AppError,
  conflict,
  ERROR_STATUS,
  type ErrorCode,
  featureNotInPlan,
  forbidden,
  forbiddenBecause,
  internal,
  invalidInput,
  isAppError,
  methodNotAllowed,
  noMembership,
  notFound,
  organizationChanged,
  quotaExceeded,
  rateLimited,
  taken,
  unauthenticated,
  unavailable,
} from './errors'

const FAMILY: readonly (readonly [AppError, ErrorCode, number])[] = [
  [unauthenticated(), 'unauthenticated', 401],
  [noMembership(), 'no_membership', 403],
  [forbidden('content:delete'), 'forbidden', 403],
  [forbiddenBecause('Nobody may remove the last owner.'), 'forbidden', 403],
  [notFound(), 'not_found', 404],
  [featureNotInPlan('audit-export', 'enterprise'), 'feature_not_in_plan', 402],
  [quotaExceeded('projects', 'pro'), 'quota_exceeded', 402],
  [conflict('This name is taken.'), 'conflict', 409],
  [taken('name', 'This name is taken.'), 'conflict', 409],
  [organizationChanged(), 'organization_changed', 409],
  [invalidInput([{ path: 'name', message: 'Required' }]), 'invalid_input', 400],
  [rateLimited(30), 'rate_limited', 429],
  [unavailable(), 'unavailable', 503],
  [unavailable(2), 'unavailable', 503],
  [methodNotAllowed('GET'), 'method_not_allowed', 405],
  [internal('inc-1'), 'internal', 500],
]

test.each(FAMILY)('%s has its code and a status that says no', (error, code, status) => {
  expect(error.code).toBe(code)
  expect(error.status).toBe(status)
  expect(error.message).toMatch(/\.$/)
})

test('no code of the family answers with success or a redirect', () => {
  for (const status of Object.values(ERROR_STATUS)) expect(status).toBeGreaterThanOrEqual(400)
})

describe('what a refusal tells', () => {
  test('a missing permission is named', () => {
    expect(forbidden('content:delete').details).toEqual({ permission: 'content:delete' })
  })

  test('a refusal by a rule says which, and names no permission', () => {
    const refusal = forbiddenBecause('Nobody may remove the last owner.')
    expect(refusal.message).toBe('Nobody may remove the last owner.')
    expect(refusal.details).toEqual({})
  })

  test('that something does not exist is said without a word about what', () => {
    expect(notFound().message).toBe('This does not exist here.')
    expect(notFound().details).toEqual({})
  })

  test('a limit of the plan names the limit and the plan to move to', () => {
    expect(featureNotInPlan('audit-export', 'enterprise').details).toEqual({
      limit: 'audit-export',
      plan: 'enterprise',
    })
    expect(quotaExceeded('projects', undefined).details.plan).toBeUndefined()
  })

  test('a service that knows when to come back says so, and one that does not says nothing', () => {
    expect(unavailable(2).details).toEqual({ retryAfter: 2 })
    expect(unavailable().details).toEqual({})
  })

  test('a conflict over one field names it', () => {
    expect(taken('name', 'This name is taken.').details.issues).toEqual([
      { path: 'name', message: 'This name is taken.' },
    ])
  })

  test('bad input names paths, a limit of rate when to return, a failure what to quote', () => {
    expect(invalidInput([{ path: 'a.b', message: 'Required' }]).details.issues).toEqual([
      { path: 'a.b', message: 'Required' },
    ])
    expect(rateLimited(30).details.retryAfter).toBe(30)
    expect(internal('inc-1').message).toContain('inc-1')
  })
})

describe('membership of the family', () => {
  test('only errors made here belong to it', () => {
    expect(isAppError(notFound())).toBe(true)
    expect(notFound()).toBeInstanceOf(Error)
    expect(isAppError(new Error('relation "users" does not exist'))).toBe(false)
    expect(isAppError({ name: 'AppError', code: 'not_found', details: {} })).toBe(false)
    expect(isAppError(undefined)).toBe(false)
  })
})
