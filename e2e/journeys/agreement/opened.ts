/** What a control has opened: every item of a menu and every action of a window is used as well. */
import type { Page } from '@playwright/test'
import { type Control, controlsOf, isMarked } from './controls.ts'
import { fillIn, press } from './press.ts'
import { until } from './until.ts'
import { isCallOf, type Wire } from './wire.ts'

/** Within it is sent what a press sends at once, in milliseconds. */
export const MOMENT_MS = 60

export async function called(wire: Wire, fn: string): Promise<string | undefined> {
  const calls: string[] = []
  const isThere = async () => {
    calls.push(...wire.take())
    return calls.some((call) => isCallOf(call, fn))
  }
  const found = await until(isThere)
  const others = calls.filter((call) => !isCallOf(call, fn) && !call.startsWith('GET '))
  if (!found) return `says ${fn} and sent ${calls.join(', ') || 'nothing'}`
  return others.length > 0 ? `sent ${others.join(', ')} too` : undefined
}

/** A form that calls the function, in a window or on the page; or a list of which each line does. */
export async function leadsTo(
  page: Page,
  wire: Wire,
  control: Control,
): Promise<string | undefined> {
  const fn = control.opens ?? ''
  const form = page.locator(`form[data-fn="${fn}"]`)
  const lines = page.locator(`[role=option][data-fn="${fn}"]`)
  const isOpen = async () => (await form.count()) === 1 || (await lines.count()) > 0
  if (!(await until(isOpen))) return `does not open ${fn}`
  const sent = wire.take().filter((call) => !call.startsWith('GET '))
  if (sent.length > 0) return `sent ${sent.join(', ')} by opening`
  const opened = await controlsOf(page)
  const unmarked = unmarkedOf(opened)
  if (unmarked !== undefined) return unmarked
  if ((await lines.count()) > 0) {
    // Another than the chosen one: what is there already is not asked for again.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    return called(wire, fn)
  }
  await fillIn(form)
  await form.locator('button[type=submit]').press('Enter')
  const complaint = await called(wire, fn)
  if (complaint !== undefined) return complaint
  // It was refused, so the window is there still.
  for (const one of asideOf(opened)) {
    if (!(await isOpen())) {
      await pressAgain(page, control)
      if (!(await until(isOpen))) return `does not open ${fn} again`
    }
    const aside = await staysHere(page, wire, one)
    if (aside !== undefined) return `opens “${one.name}”, which ${aside}`
  }
  return undefined
}

/** By what it is called: the first press may have put another element in its place. */
async function pressAgain(page: Page, control: Control): Promise<void> {
  const isThere = (await page.locator(control.probe).count()) > 0
  const same = isThere
    ? control
    : (await controlsOf(page)).find(
        (one) => one.role === control.role && plainName(one) === plainName(control),
      )
  await press(page, same ?? control)
}

/** @returns its letters alone: what stands in for a control until it is used is punctuated otherwise */
export function plainName({ name }: Control): string {
  return name.replaceAll(/[^\p{L}\d]+/gu, ' ').trim()
}

/** What a window holds besides its fields and the button that sends them: choices, and the ways out. */
function asideOf(opened: readonly Control[]): Control[] {
  const found = opened.filter(
    ({ inDialog, disabled, local, type, role, tag }) =>
      inDialog &&
      local &&
      !disabled &&
      type !== 'submit' &&
      role !== 'textbox' &&
      tag !== 'textarea',
  )
  const byName = new Map(found.map((one) => [`${one.role} ${one.group ?? one.name}`, one]))
  // What closes it comes last, so that it is opened again as seldom as can be.
  return [...byName.values()].toSorted((a, b) => Number(closes(a)) - Number(closes(b)))
}

const closes = ({ name }: Control): boolean => /^(Cancel|Close)/.test(name)

async function staysHere(page: Page, wire: Wire, control: Control): Promise<string | undefined> {
  const before = page.url()
  // Another choice may have taken it away, or put it where it is drawn anew.
  if ((await page.locator(control.probe).count()) === 0) return undefined
  await press(page, control)
  if (control.popup === 'listbox') await page.keyboard.press('Escape')
  await page.waitForTimeout(MOMENT_MS)
  const sent = wire.take().filter((call) => !call.startsWith('GET '))
  if (sent.length > 0) return `is local and sent ${sent.join(', ')}`
  return page.url() === before ? undefined : 'is local and changed the address'
}

export async function navigated(
  page: Page,
  wire: Wire,
  before: string,
): Promise<string | undefined> {
  const options = page.getByRole('option')
  if ((await options.count()) > 0) {
    const unmarked = unmarkedOf(await controlsOf(page))
    if (unmarked !== undefined) return unmarked
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  if (!(await until(async () => page.url() !== before))) return 'does not change the address'
  const sent = wire.take().filter((call) => !call.startsWith('GET '))
  return sent.length > 0 ? `sent ${sent.join(', ')}` : undefined
}

/** What the controls of a menu or a window are in, or are. */
const OPENED = '[role=dialog], [role=alertdialog], [role^=menuitem], [role=option]'

/** A menu or window that a local control has opened: its controls are marked too, and tried. */
export async function openedMenu(
  page: Page,
  wire: Wire,
  control: Control,
): Promise<string | undefined> {
  const before = page.url()
  if ((await page.locator(OPENED).count()) === 0) return undefined
  const all = await controlsOf(page)
  const opened = all.filter(({ role, inDialog }) => inDialog || /^(menuitem|option)/.test(role))
  const unmarked = unmarkedOf(opened)
  if (unmarked !== undefined) return unmarked
  const options = opened.filter(({ role, nav }) => role === 'option' && nav)
  if (options.length > 0) return navigated(page, wire, before)
  const items = opened.filter(({ role, href, disabled }) => {
    return role.startsWith('menuitem') && href === null && !disabled
  })
  // The same deed about another thing, such as becoming another person, is one deed.
  const deeds = new Map(items.map((one) => [one.fn ?? one.opens ?? one.name, one]))
  for (const name of deeds.keys()) {
    const complaint = await tryItem(page, wire, control, name)
    if (complaint !== undefined) return `holds “${name}”, which ${complaint}`
  }
  return undefined
}

/** Opens the menu again where an item before has closed it. */
async function tryItem(page: Page, wire: Wire, control: Control, name: string) {
  await page.keyboard.press('Escape')
  const menu = page.getByRole('menu')
  await until(async () => (await menu.count()) === 0)
  await pressAgain(page, control)
  await menu.first().waitFor()
  const items = await controlsOf(page)
  const alike = items.filter(
    (one) => one.role.startsWith('menuitem') && (one.fn ?? one.opens ?? one.name) === name,
  )
  // Of several another than what is there already, which is not asked for again: the button names it.
  const item = alike.find((one) => !control.name.includes(firstWords(one.name))) ?? alike[0]
  if (item === undefined) return 'went away'
  wire.take()
  const before = page.url()
  await press(page, item)
  if (item.fn !== null) return called(wire, item.fn)
  if (item.opens !== null) return leadsTo(page, wire, item)
  if (item.nav) return navigated(page, wire, before)
  await page.waitForTimeout(MOMENT_MS)
  const sent = wire.take().filter((call) => !call.startsWith('GET '))
  return sent.length > 0 ? `is local and sent ${sent.join(', ')}` : undefined
}

/** `Otto Fischer No organization` → `Otto Fischer` */
function firstWords(name: string): string {
  return name.split(' ', 2).join(' ')
}

function unmarkedOf(controls: readonly Control[]): string | undefined {
  const found = controls
    .filter((one) => !isMarked(one))
    .map(({ role, name }) => `${role} “${name}”`)
  return found.length > 0 ? `opens what is not marked: ${found.join(', ')}` : undefined
}
