/** What cannot be had is said where it would be asked for, instead of being refused; and nothing is chosen for anybody. */
import { ACCOUNTS, FERNWAY, LARKSPUR } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import type { Site } from './site.ts'
import { REVIEWER_ROLE } from './things.ts'
import { content, open } from './walking.ts'

/** Makes the organization's own role the one of who joins, with other rights than its template's. */
async function makeDefault(site: Site, granted: string, removed: readonly string[]): Promise<void> {
  await site.db.query('update roles set is_default = false where org_id = $1', [LARKSPUR])
  await site.db.query('update roles set is_default = true where id = $1', [REVIEWER_ROLE])
  await site.db.query('delete from role_overrides where role_id = $1', [REVIEWER_ROLE])
  await site.db.query('insert into role_overrides values ($1, $2, $3, true)', [
    LARKSPUR,
    REVIEWER_ROLE,
    granted,
  ])
  await site.db.query(
    'insert into role_overrides select $1, $2, permission, false from unnest($3::text[]) permission',
    [LARKSPUR, REVIEWER_ROLE, removed],
  )
}

test('where the role of who joins is not theirs to give, whoever invites chooses one', async ({
  page,
  enterAs,
  site,
}) => {
  await makeDefault(site, 'org:delete', [])
  await enterAs('admin')
  await open(page, '/invitations')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  const role = dialog.getByRole('combobox', { name: 'Role' })
  await expect(role).toHaveText('Choose a role')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('nobody@new.example')
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(dialog.getByText('Choose a role.')).toBeVisible()
  await role.click()
  await page.getByRole('option', { name: 'Editor' }).click()
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('row', { name: /nobody@new\.example/ })).toContainText('Editor')
})

test('whoever may invite and sees no roles gives the role of who joins', async ({
  page,
  enterAs,
  site,
}) => {
  await makeDefault(site, 'org:members:invite', ['org:roles:read', 'org:assignments:read'])
  await site.db.query(
    `update member_roles set role_id = $1 from memberships m
     where m.id = membership_id and m.org_id = $2 and m.user_id = $3`,
    [REVIEWER_ROLE, LARKSPUR, ACCOUNTS.viewer.userId],
  )
  await enterAs('viewer')
  await open(page, '/invitations')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await expect(dialog).toContainText('They are given the role of who joins: ')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('somebody@new.example')
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('row', { name: /somebody@new\.example/ })).toContainText('Reviewer')
})

test('an invitation that expired is not offered to be sent where no seat is left', async ({
  page,
  enterAs,
  site,
}) => {
  const inviting = (email: string, days: number) =>
    site.db.query(
      `insert into invitations (org_id, id, email, role_id, token_hash, inviter_id, expires_at)
       select $1, gen_random_uuid(), $2, r.id, $2, $3, now() + make_interval(days => $4)
       from roles r where r.org_id = $1 and r.key = 'viewer'`,
      [FERNWAY, email, ACCOUNTS.fullOwner.userId, days],
    )
  await inviting('late@new.example', -1)
  await enterAs('fullOwner')
  const late = page.getByRole('row', { name: /late@new\.example/ })
  await open(page, '/invitations')
  await expect(late.getByRole('button', { name: 'Resend' })).toBeVisible()

  for (let seat = 0; seat < 10; seat += 1) await inviting(`seat-${seat}@new.example`, 5)
  await open(page, '/invitations')
  await expect(content(page)).toContainText('Free has no room for more members')
  await expect(late).toContainText('Read-only: not in plan')
  await expect(late.getByRole('button', { name: 'Resend' })).toHaveCount(0)
  await expect(late.getByRole('button', { name: 'Revoke' })).toBeVisible()
  // One that is open has kept its seat.
  const kept = page.getByRole('row', { name: /seat-1@new\.example/ })
  await expect(kept.getByRole('button', { name: 'Resend' })).toBeVisible()
})

test('with as many roles of its own as there can be, an organization is told so', async ({
  page,
  enterAs,
  site,
}) => {
  await site.db.query(
    `insert into roles (org_id, id, key, name, template_key, cloned_from)
     select $1, gen_random_uuid(), 'own-' || n, 'Own ' || n, 'viewer', 'viewer'
     from generate_series(1, 19) n`,
    [LARKSPUR],
  )
  await enterAs('owner')
  await open(page, '/roles')
  await expect(content(page)).toContainText('20 roles of your own is the most there can be')
  await expect(page.getByRole('button', { name: 'New role' })).toHaveCount(0)
})
