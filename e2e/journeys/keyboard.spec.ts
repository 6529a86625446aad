/** With the keyboard alone: everything can be reached, seen to be reached, and done. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { open } from './walking.ts'

test('a window takes the focus, keeps it, and gives it back to what opened it', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  for (const [path, name] of [
    ['/projects', 'New project'],
    ['/settings', 'Delete organization'],
  ] as const) {
    await open(page, path)
    await tabTo(page, 'button', name)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox').first()).toBeFocused()
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((window) => window.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused()
    await expectFocusIsSeen(page)
  }
})

test('wherever the focus goes on a page it can be seen', async ({ page, enterAs }) => {
  await enterAs('owner')
  for (const path of ['/', '/projects', '/members', '/matrix', '/audit', '/settings', '/account']) {
    await open(page, path)
    for (let step = 0; step < 45; step += 1) {
      await page.keyboard.press('Tab')
      if (await isNowhere(page)) break
      await expectFocusIsSeen(page, path)
    }
  }
})

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, role: 'button', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first()
  await expect(target).toBeVisible()
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return expectFocusIsSeen(page)
    }
    await page.keyboard.press('Tab')
  }
  await expect(target, 'Tab leads there').toBeFocused()
}

async function isNowhere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement === document.body)
}

/** It is on an element, the element is in view, and it looks otherwise than without. */
async function expectFocusIsSeen(page: Page, where = page.url()): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { lost: true, html: '' }
    const ring = (at: Element | null): boolean => {
      if (at === null || at === document.body) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
      return outlined || boxShadow !== 'none'
    }
    const { width, height, bottom, right } = element.getBoundingClientRect()
    return {
      lost: false,
      // A hidden input may leave the ring to the box around it.
      ringed: ring(element) || ring(element.parentElement),
      visible: width > 0 && height > 0 && bottom > 0 && right > 0,
      html: element.outerHTML.slice(0, 160),
    }
  })
  expect(seen, `${where} ${seen.html ?? ''}`).toMatchObject({
    lost: false,
    ringed: true,
    visible: true,
  })
}
