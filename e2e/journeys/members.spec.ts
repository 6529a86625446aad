/** Members: found by what the address says, explained, and let go by name only. */
import type { Route } from '@playwright/test'
import { ACCOUNTS, FERNWAY } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { arriveAt, content, open, title } from './walking.ts'

test('the list is searched and filtered, and the address keeps it', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/members')
  const rows = page.getByRole('table', { name: 'Members' }).getByRole('rowheader')
  await page.getByRole('searchbox', { name: 'Search members' }).fill('amira')
  await arriveAt(page, '/members?search=amira')
  await expect(rows).toHaveText([/Amira Saleh/])

  await open(page, '/members?status=suspended')
  await expect(rows).toHaveText([/Sven Okafor/])
  await page.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Any status' }).click()
  await arriveAt(page, '/members')
  await expect(rows.nth(10)).toBeVisible()

  await page.getByRole('link', { name: 'Name' }).click()
  await arriveAt(page, '/members?sort=-name')
  await expect(rows.first()).toContainText('Victor Amadi')
})

test('a role leads to those who hold it', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/roles')
  await page.getByRole('link', { name: '2 members with the role Billing' }).click()
  await expect(title(page)).toHaveText('Members')
  const rows = page.getByRole('table', { name: 'Members' }).getByRole('rowheader')
  await expect(rows).toHaveText([/Bianca Conti/, /Tomas Novak/])
})

test('a member’s permissions each name every role that they come from', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/members?search=tomas')
  await page.getByRole('link', { name: 'Tomas Novak' }).click()
  await expect(title(page)).toHaveText('Tomas Novak')
  const table = page.getByRole('table', { name: 'Effective permissions of Tomas Novak' })
  await expect(table.getByRole('row', { name: /users:read/ })).toContainText('Editor, Billing')
  await expect(table.getByRole('row', { name: /content:write/ })).toContainText('Editor')
  await expect(table.getByText('content:delete')).toHaveCount(0)
  // A viewer is offered nothing that would change it.
  await expect(content(page).locator('[data-fn], [data-opens]')).toHaveCount(0)
})

test('the billing contact’s rights are among their permissions, and say where they come from', async ({
  page,
  enterAs,
  site,
}) => {
  await site.db.query(
    `update memberships m set is_billing_contact = true from auth."user" u
     where u.id = m.user_id and u.name = 'Henrik Dahl'`,
  )
  await enterAs('viewer')
  await open(page, '/members?search=henrik')
  const row = page.getByRole('row', { name: /Henrik Dahl/ })
  await expect(row).toContainText('Billing contact')
  await row.getByRole('link', { name: 'Henrik Dahl' }).click()
  const table = page.getByRole('table', { name: 'Effective permissions of Henrik Dahl' })
  await expect(table.getByRole('row', { name: /billing:write/ })).toContainText('Billing contact')
  await expect(table.getByRole('row', { name: /users:read/ })).not.toContainText('Billing contact')
})

test('who holds more than oneself is not offered up for anything', async ({ page, enterAs }) => {
  await enterAs('admin')
  await open(page, '/members?search=olivia')
  await page.getByRole('link', { name: 'Olivia Brandt' }).click()
  await expect(page.getByText('Olivia Brandt holds rights that you do not hold')).toBeVisible()
  await expect(content(page).locator('[data-opens^="members."]')).toHaveCount(0)
  await expect(content(page).locator('form[data-fn="members.changeMemberRoles"]')).toHaveCount(0)
})

test('a membership is ended by typing the person’s name, and by nothing else', async ({
  page,
  enterAs,
  site,
}) => {
  await enterAs('owner')
  await open(page, '/members?search=samuel')
  await page.getByRole('link', { name: 'Samuel Stone' }).click()
  await expect(title(page)).toHaveText('Samuel Stone')
  await page.getByRole('button', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Samuel Stone?' })
  await dialog.getByRole('textbox').fill('Samuel')
  await dialog.getByRole('button', { name: 'Remove member' }).click()
  await expect(dialog.getByText('Type Samuel Stone as it is written above.')).toBeVisible()
  const memberships = `select 1 from memberships m join auth."user" u on u.id = m.user_id
    where u.email = 'samuel@larkspur.example'`
  expect((await site.db.query(memberships)).rowCount).toBe(1)

  // Nor by the name alone: what becomes of the documents is not decided by silence.
  await dialog.getByRole('textbox').fill('Samuel Stone')
  await dialog.getByRole('button', { name: 'Remove member' }).click()
  await expect(dialog.getByText('Choose what becomes of the documents')).toBeVisible()
  expect((await site.db.query(memberships)).rowCount).toBe(1)

  await dialog.getByRole('radio', { name: /Keep them under the name Samuel Stone/ }).click()
  await dialog.getByRole('button', { name: 'Remove member' }).click()
  await arriveAt(page, '/members')
  await expect(page.getByText('Samuel Stone removed')).toBeVisible()
  expect((await site.db.query(memberships)).rowCount).toBe(0)
})

test('somebody is suspended and made active again, and sees it with the next thing they do', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/members?search=leon')
  await page.getByRole('link', { name: /^Leon / }).click()
  await page.getByRole('button', { name: 'Suspend' }).click()
  const suspending = page.getByRole('dialog', { name: /^Suspend Leon/ })
  await expect(suspending.getByText('1 member loses permissions')).toBeVisible()
  await suspending.getByRole('button', { name: 'Suspend member' }).click()
  await expect(content(page).getByText('Suspended: none of this holds')).toBeVisible()
  const back = page.getByRole('button', { name: 'Make active again' })
  await expect(back).toBeFocused()
  await back.click()
  const returning = page.getByRole('dialog', { name: /^Make Leon .* active again/ })
  await expect(returning.getByText('1 member gains permissions')).toBeVisible()
  await returning.getByRole('button', { name: 'Make active' }).click()
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible()
  await expect(content(page).getByText('Suspended: none of this holds')).toHaveCount(0)
})

test('somebody hands their documents on and leaves', async ({ page, enterAs, site }) => {
  const { userId } = ACCOUNTS.guessed
  const owned =
    'select 1 from documents d join auth."user" u on u.id = d.owner_id where u.name = $1'
  const before = (await site.db.query(owned, ['Ruth Abara'])).rowCount ?? 0
  await site.db.query(
    `update documents set owner_id = $1
     where id = (select id from documents where org_id = $2 and owner_id is not null limit 1)`,
    [userId, FERNWAY],
  )
  await enterAs('guessed')
  await open(page, '/account')
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave Fernway Rail?' })
  await dialog.getByRole('radio', { name: 'Give them to another member' }).click()
  await dialog.getByRole('combobox', { name: 'New owner' }).click()
  await page.getByRole('option', { name: /Ruth/ }).click()
  await dialog.getByRole('textbox', { name: /Type/ }).fill('Fernway Rail')
  await dialog.getByRole('button', { name: 'Leave the organization' }).click()
  await arriveAt(page, '/welcome')
  await expect(page.getByText('not working in an organization')).toBeVisible()
  expect((await site.db.query(owned, ['Ruth Abara'])).rowCount).toBe(before + 1)
})

test('roles of several are changed at once, after a look at what it does', async ({
  page,
  enterAs,
  site,
}) => {
  await enterAs('owner')
  await open(page, '/members')
  await page.getByRole('checkbox', { name: 'Choose Henrik Dahl' }).check()
  await page.getByRole('checkbox', { name: 'Choose Amira Saleh' }).check()
  const everybody = page.getByRole('checkbox', { name: 'Choose everybody on this page' })
  await expect(everybody).toBeChecked({ indeterminate: true })
  await expect(page.getByText('2 chosen', { exact: true })).toBeInViewport()
  await page.getByRole('button', { name: 'Change roles' }).click()
  const window = page.getByRole('dialog', { name: 'Roles of 2 members' })
  await window.getByRole('button', { name: 'Change roles' }).click()
  await expect(window.getByText('Choose at least one role.')).toBeVisible()
  await window.getByRole('checkbox', { name: 'Billing' }).check()
  await expect(window.getByText('2 members gain permissions')).toBeVisible()
  // What is shown is always of what is chosen now.
  await window.getByRole('radio', { name: 'Take these roles' }).click()
  await expect(window.getByText('Nobody gains or loses anything')).toBeVisible()
  await window.getByRole('radio', { name: 'Add these roles' }).click()
  await expect(window.getByText('2 members gain permissions')).toBeVisible()
  await window.getByRole('button', { name: 'Change roles' }).click()
  await expect(window).toHaveCount(0)
  await expect(everybody).toBeFocused()
  await expect(page.getByRole('row', { name: /Henrik Dahl/ })).toContainText('Billing')
  await expect(page.getByRole('row', { name: /Amira Saleh/ })).toContainText('Billing')
  await site.db.query(
    `delete from member_roles using roles r, memberships m, auth."user" u
     where r.id = role_id and r.key = 'billing' and m.id = membership_id and u.id = m.user_id
       and u.name in ('Henrik Dahl', 'Amira Saleh')`,
  )
})

const PREVIEW = /_serverFn\/members\.previewRolesOfMany/

test('an answer that comes late is not shown for what was chosen since', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/members')
  await page.getByRole('checkbox', { name: 'Choose Henrik Dahl' }).check()
  await page.getByRole('button', { name: 'Change roles' }).click()
  const window = page.getByRole('dialog', { name: 'Roles of 1 member' })
  const held: Route[] = []
  await page.route(PREVIEW, (route) => {
    if (held.length > 0) return route.continue()
    held.push(route)
    return undefined
  })
  await window.getByRole('checkbox', { name: 'Billing' }).check()
  await expect.poll(() => held.length).toBe(1)
  await window.getByRole('radio', { name: 'Take these roles' }).click()
  await expect(window.getByText('Nobody gains or loses anything')).toBeVisible()
  const late = page.waitForResponse(PREVIEW)
  await held[0]?.continue()
  await (await late).finished()
  await page.waitForTimeout(200)
  await expect(window.getByText('Nobody gains or loses anything')).toBeVisible()
  await expect(window.getByText('1 member gains')).toHaveCount(0)
})
