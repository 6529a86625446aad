import { isNotFound, isRedirect } from '@tanstack/react-router'
import { describe, expect, test } from 'vitest'
import { AppError, forbidden, invalidInput, noMembership, notFound, unauthenticated } from '~/authz'
import { load, whereRefusalLeads } from './load'

const place = { href: '/audit?before=12' }

function redirectOf(error: unknown) {
  const outcome = whereRefusalLeads(error, place)
  return isRedirect(outcome) ? outcome.options : undefined
}

describe('a refused loader leads', () => {
  test('somebody who is not signed in to the sign-in page, and back afterwards', () => {
    expect(redirectOf(unauthenticated())).toMatchObject({
      to: '/login',
      search: { redirect: '/audit?before=12' },
    })
  })

  test('somebody without an active membership to the choice of an organization', () => {
    expect(redirectOf(noMembership())).toMatchObject({ to: '/welcome' })
  })

  test('somebody without the permission to the page that names it', () => {
    expect(redirectOf(forbidden('audit:read'))).toMatchObject({
      to: '/unauthorized',
      search: { permission: 'audit:read', from: '/audit?before=12' },
    })
  })

  test('whoever asks for what is not there to the not-found page', () => {
    expect(isNotFound(whereRefusalLeads(notFound(), place))).toBe(true)
  })

  test('whoever opens an address that cannot be right to the same page', () => {
    expect(isNotFound(whereRefusalLeads(invalidInput([]), place))).toBe(true)
  })

  test.each(['unavailable', 'organization_changed', 'internal', 'rate_limited'] as const)(
    'nowhere for %s: the page shows the error',
    (code) => {
      const error = new AppError(code, 'Later.')
      expect(whereRefusalLeads(error, place)).toBe(error)
    },
  )

  test('nowhere for an error that is none of ours', () => {
    const error = new Error('fetch failed')
    expect(whereRefusalLeads(error, place)).toBe(error)
  })
})

test('a place that is not safe to come back to is forgotten', () => {
  const outcome = whereRefusalLeads(unauthenticated(), { href: '//evil.example' })
  expect(isRedirect(outcome) && outcome.options).toMatchObject({ search: { redirect: undefined } })
})

test('what was read is handed on', async () => {
  await expect(load(() => Promise.resolve(7), place)).resolves.toBe(7)
})
