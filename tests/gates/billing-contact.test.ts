/** A member without any role who is the billing contact handles the bill, and nothing else. */
import { expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'

const app = appForFile()

async function nameAuthor(isBillingContact: boolean): Promise<string> {
  const [author] = await app.database.query<{ id: string }>(
    `select m.id from memberships m join auth."user" u on u.id = m.user_id
     where m.org_id = $1 and u.email = 'greta@guest.example'`,
    [LARKSPUR],
  )
  const owner = await app.as('owner')
  const memberId = author?.id ?? ''
  return (await owner.call('members.setBillingContact', { memberId, isBillingContact })).code
}

test('being named opens the bill and nothing more, and being unnamed closes it', async () => {
  const author = await app.as('guest')
  expect((await author.call('billing.changePlan', { plan: 'pro' })).code).toBe('forbidden')
  expect(await nameAuthor(true)).toBe('ok')
  expect((await author.call('billing.getBilling')).code).toBe('ok')
  expect((await author.call('billing.changePlan', { plan: 'pro' })).code).toBe('ok')
  expect((await author.call('members.listMembers')).code).toBe('forbidden')
  expect((await author.call('organizations.getOrganization')).code).toBe('forbidden')
  expect(await nameAuthor(false)).toBe('ok')
  expect((await author.call('billing.changePlan', { plan: 'enterprise' })).code).toBe('forbidden')
})
