import { isRedirect } from '@tanstack/react-router'
import { describe, expect, test } from 'vitest'
import { AppError, type Permission } from '~/authz'
import { guardAnyPermission, guardPermission, viewerOf } from './guard'
import type { Viewer } from './viewer'

const place = { href: '/documents/1/edit' }

function viewer(permissions: readonly Permission[], overrides: Partial<Viewer> = {}): Viewer {
  return {
    userId: 'person',
    name: 'Pat',
    email: 'pat@larkspur.example',
    organizations: [],
    organization: { id: 'here', name: 'Larkspur Labs', plan: 'free' },
    roles: [],
    permissions: [...permissions],
    isBillingContact: false,
    isDemo: false,
    ...overrides,
  }
}

const guardOf = (loaderData: Viewer | undefined, error?: unknown) =>
  Promise.resolve({ loaderData, error })

async function redirectOf(guarded: Promise<unknown>) {
  const outcome = await guarded.catch((thrown: unknown) => thrown)
  return isRedirect(outcome) ? outcome.options : undefined
}

describe('a page’s guard', () => {
  test('lets through who holds the permission', async () => {
    const editor = viewer(['content:write'])
    await expect(guardPermission(guardOf(editor), 'content:write', place)).resolves.toBe(editor)
  })

  test('shows everybody else which permission is missing', async () => {
    const reader = viewer(['content:read'])
    expect(
      await redirectOf(guardPermission(guardOf(reader), 'content:write', place)),
    ).toMatchObject({
      to: '/unauthorized',
      search: { permission: 'content:write', from: '/documents/1/edit' },
    })
  })

  test('lets the owner of a document edit it without the permission, in its organization', async () => {
    const guest = viewer([])
    const own = { type: 'document', orgId: 'here', ownerId: 'person' } as const
    await expect(guardPermission(guardOf(guest), 'content:write', place, own)).resolves.toBe(guest)
    const elsewhere = { ...own, orgId: 'elsewhere' }
    const refused = guardPermission(guardOf(guest), 'content:write', place, elsewhere)
    expect(await redirectOf(refused)).toMatchObject({ to: '/unauthorized' })
  })

  test('is content with one of several permissions', async () => {
    const auditor = viewer(['audit:read'])
    const guarded = guardAnyPermission(
      guardOf(auditor),
      ['org:settings:write', 'audit:read'],
      place,
    )
    await expect(guarded).resolves.toBe(auditor)
  })

  test('believes no permission without an organization', async () => {
    const nowhere = viewer(['content:write'], { organization: null })
    expect(
      await redirectOf(guardPermission(guardOf(nowhere), 'content:write', place)),
    ).toMatchObject({ to: '/welcome' })
  })
})

describe('when the guard above has no viewer', () => {
  test('its failure is shown, and is not taken for a missing session', async () => {
    const failure = new AppError('unavailable', 'Later.')
    await expect(viewerOf(guardOf(undefined, failure), place)).rejects.toBe(failure)
  })

  test('otherwise it leads to the sign-in page', async () => {
    expect(await redirectOf(viewerOf(guardOf(undefined), place))).toMatchObject({ to: '/login' })
  })
})
