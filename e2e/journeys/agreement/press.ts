/** Uses a control as its role is used, with the keyboard: a pointer would stir its neighbours. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Control } from './controls.ts'

const TEXTS: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'spinbutton'])
const TOGGLES: ReadonlySet<string> = new Set(['checkbox', 'radio', 'switch'])

const BY_TYPE: Readonly<Record<string, string>> = {
  email: 'a@b.example',
  password: 'Filled in, and long enough',
}

export async function press(page: Page, control: Control): Promise<void> {
  const element = page.locator(control.probe)
  await element.focus({ timeout: 2_000 })
  if (control.type === 'date') return element.fill('2026-01-15')
  if (TEXTS.has(control.role) || control.tag === 'input') {
    if (!TOGGLES.has(control.role)) return page.keyboard.type('abc')
  }
  // The chosen one of a group is the one with the focus: choose its neighbour.
  if (control.role === 'radio') return page.keyboard.press('ArrowRight')
  await page.keyboard.press(TOGGLES.has(control.role) ? 'Space' : 'Enter')
}

/** Fills in what is asked for and empty, so that the form can be sent. */
export async function fillIn(form: Locator): Promise<void> {
  // A part of it may still be on its way.
  const underWay = form.locator('[aria-busy=true]')
  await expect(underWay).toHaveCount(0)
  for (const group of await form.getByRole('radiogroup').all()) {
    if ((await group.locator('[aria-checked=true]').count()) > 0) continue
    await group.getByRole('radio').first().press('Space')
  }
  for (const field of await form.locator('input:visible, textarea:visible').all()) {
    const type = await field.getAttribute('type')
    if (type === 'checkbox' || type === 'radio' || type === 'file') continue
    if ((await field.inputValue()) !== '') continue
    // Not what is typed counts, but what is chosen.
    if ((await field.getAttribute('role')) === 'combobox') {
      await field.press('ArrowDown')
      await field.page().getByRole('option').first().click()
      continue
    }
    // Where a name must be typed, the label says which.
    const label = await field.evaluate(
      (element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? '', // found as one
    )
    const typed = /“(.+)”/.exec(label)?.[1] ?? BY_TYPE[type ?? ''] ?? 'Filled in'
    await field.fill(typed)
  }
  for (const list of await form.locator('[role=combobox]:has([data-placeholder])').all()) {
    await list.press('Enter')
    await list.page().getByRole('option').first().press('Enter')
  }
  // What a choice would do is looked at, and nothing is sent that was not shown.
  await expect(underWay).toHaveCount(0)
}
