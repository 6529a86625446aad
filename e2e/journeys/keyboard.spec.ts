/** With the keyboard alone: everything can be reached, seen to be reached, and done. */
import type { Page } from '@playwright/test'
import { ACCOUNTS, PASSWORD } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { newName } from './things.ts'
import { arriveAt, open, title } from './walking.ts'

test('signing in, writing, publishing and leaving take no pointer', async ({
  page,
  expectedRefusals,
}) => {
  // What was still on its way when the session ended.
  expectedRefusals.add(401)
  const name = newName('Pricking out')
  await open(page, '/login?redirect=%2Fprojects')
  await tabTo(page, 'textbox', 'Email')
  await page.keyboard.type(ACCOUNTS.editor.email)
  await tabTo(page, 'textbox', 'Password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await arriveAt(page, '/projects')

  await skipToContent(page)
  await tabTo(page, 'link', 'Alpine Seed Bank')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Alpine Seed Bank')
  await skipToContent(page)
  await tabTo(page, 'link', 'New document')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('New document')
  await tabTo(page, 'textbox', 'Title')
  await page.keyboard.type(name)
  await tabTo(page, 'textbox', 'Text')
  await page.keyboard.type('Sown in March.')
  await tabTo(page, 'button', 'Create')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(name)

  await tabTo(page, 'link', 'Edit')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Edit document')
  await tabTo(page, 'textbox', 'Text')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Pricked out in May.')
  await tabTo(page, 'button', 'Save')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(name)
  await expect(page.getByText('Sown in March. Pricked out in May.')).toBeVisible()
  await tabTo(page, 'button', 'Publish')
  await page.keyboard.press('Enter')
  const publish = page.getByRole('button', { name: 'Unpublish' })
  await expect(publish).toBeFocused()
  // While it waits it takes no key, those of the palette included.
  await expect(publish).not.toHaveAttribute('aria-busy')

  await page.keyboard.press('Control+k')
  const line = page.getByRole('combobox', { name: 'Search or jump to' })
  await expect(line).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(line).toBeHidden()
  await expectFocusIsSeen(page)
  await tabTo(page, 'button', /: account, theme, sign out$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Account and sessions' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
  await page.keyboard.press('Enter')
  await arriveAt(page, '/login')
})

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
      // At either end the window hands the focus on to the other, a moment after the key.
      await expect
        .poll(() => dialog.evaluate((window) => window.contains(document.activeElement)))
        .toBe(true)
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
    // The frame around the page is the same on all of them.
    if (path !== '/') await page.getByRole('main').focus()
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab')
      const seen = await focusSeen(page)
      // Past the last stop the focus is the browser's, for one press. Anywhere else it is lost.
      if (seen.lost) {
        expect(await isPastTheLast(page), `${path}: the focus is lost after ${step} stops`).toBe(
          true,
        )
        break
      }
      expectSeen(seen, path)
    }
  }
})

/** @returns whether one press back leads to the last stop of the page, and one more forth out of it */
async function isPastTheLast(page: Page): Promise<boolean> {
  await page.keyboard.press('Shift+Tab')
  const isBack = !(await focusSeen(page)).lost
  await page.keyboard.press('Tab')
  return isBack && (await focusSeen(page)).lost
}

/** By the first stop of every page, past the frame, to its own part. */
async function skipToContent(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const link = page.getByRole('link', { name: 'Skip to content' })
  for (let step = 0; step < 90; step += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Shift+Tab')
  }
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

/** Presses Tab until the control has the focus. */
async function tabTo(
  page: Page,
  role: 'button' | 'link' | 'textbox',
  name: string | RegExp,
): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  await expect(target).toBeVisible()
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return expectFocusIsSeen(page)
    }
    await page.keyboard.press('Tab')
  }
  await expect(target, 'Tab leads there').toBeFocused()
}

async function expectFocusIsSeen(page: Page): Promise<void> {
  expectSeen(await focusSeen(page), page.url())
}

/** It is on an element, the element is in view, and it looks otherwise than without. */
function expectSeen(seen: Awaited<ReturnType<typeof focusSeen>>, where: string): void {
  expect(seen, `${where} ${seen.html}`).toMatchObject({ lost: false, ringed: true, visible: true })
}

async function focusSeen(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { lost: true, html: '' }
    // A hidden input may leave the ring to the box around it.
    const around = [element, element.parentElement].filter((one) => one !== null)
    const looks = (): string[] =>
      around.map((one) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one)
        const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
        return `${isOutlined ? `${outlineWidth} ${outlineColor}` : 'no outline'}; ${boxShadow}`
      })
    // What fades in or out is looked at when it has done so.
    const finished = (): string[] => {
      for (const one of around) for (const moving of one.getAnimations()) moving.finish()
      return looks()
    }
    const focused = finished()
    // The same element at rest. The page does not hear of the focus going and coming back.
    const unheard = (event: Event): void => event.stopImmediatePropagation()
    const kinds = ['blur', 'focus', 'focusin', 'focusout']
    for (const kind of kinds) window.addEventListener(kind, unheard, true)
    if (element instanceof HTMLElement) element.blur()
    const rest = finished()
    if (element instanceof HTMLElement) element.focus({ preventScroll: true })
    for (const kind of kinds) window.removeEventListener(kind, unheard, true)
    const { width, height, bottom, right } = element.getBoundingClientRect()
    return {
      lost: false,
      ringed: focused.some((look, index) => look !== rest[index]),
      visible: width > 0 && height > 0 && bottom > 0 && right > 0,
      html: element.outerHTML.slice(0, 160),
    }
  })
}
