/** What a control says it does is what is seen on the wire when it is used. */
import type { Page } from '@playwright/test'
import { open, pathOf } from '../walking.ts'
import { asText, type Control, controlsOf, isMarked } from './controls.ts'
import { expect, test } from './frozen.ts'
import { READS } from './offers.ts'
import { type Persona, PERSONAS } from './personas.ts'
import { fillIn, press } from './press.ts'
import { pagesOf } from './rows.ts'
import { isCallOf, watchWire, type Wire } from './wire.ts'

/** The others are shown parts of what these are shown; all of them are tried in the full run. */
const TRIED: readonly Persona[] =
  process.env.GATEHOUSE_FULL === '1' ? PERSONAS : ['author', 'consultant']

for (const persona of TRIED) {
  test(`what the ${persona} can use does what it says`, async ({
    page,
    enterAs,
    site,
    expectedRefusals,
  }) => {
    test.setTimeout(240_000)
    for (const status of [404, 503]) expectedRefusals.add(status)
    page.on('dialog', (dialog) => void dialog.accept())
    await enterAs(persona)
    const wire = await watchWire(page)
    const wrong: string[] = []
    const tried = new Set<string>()
    const kinds = new Set<string>()
    for (const { kind, path } of await pagesOf(site)) {
      if (kinds.has(kind)) continue
      kinds.add(kind)
      wrong.push(...(await tryPage(page, wire, path, tried)))
    }
    expect(wrong).toEqual([])
    expect(tried.size, 'marks that were tried').toBeGreaterThan(10)
  })
}

/** Tries each distinct mark of a page once; those of the frame once for all pages. */
async function tryPage(page: Page, wire: Wire, path: string, tried: Set<string>) {
  const wrong: string[] = []
  await open(page, path)
  const here = pathOf(page.url())
  for (;;) {
    const controls = await controlsOf(page)
    const next = controls.find((one) => isToTry(one) && !tried.has(keyOf(path, one)))
    if (next === undefined) return wrong
    tried.add(keyOf(path, next))
    wire.take()
    await wire.wasStirred()
    const complaint = await attempt(page, wire, next).catch(() => again(page, wire, path, next))
    if (complaint !== undefined) wrong.push(`${asText(path, next)}: ${complaint}`)
    const isAnotherPage = pathOf(page.url()) !== here
    if (isAnotherPage || (await page.getByRole('dialog').count()) > 0) await open(page, path)
    else await page.keyboard.press('Escape')
  }
}

/** What was done before may have taken the control away for a moment: on a fresh page it is there. */
async function again(page: Page, wire: Wire, path: string, control: Control) {
  await open(page, path)
  const controls = await controlsOf(page)
  const same = controls.find((one) => keyOf(path, one) === keyOf(path, control))
  wire.take()
  return same === undefined ? 'went away' : attempt(page, wire, same)
}

/** What is in a menu is tried with the menu. */
function isToTry({ role, disabled, href, fn, opens, nav, local }: Control): boolean {
  const isMarkedOnly = href === null && (fn !== null || opens !== null || nav || local)
  return isMarkedOnly && !disabled && !/^(menuitem|option)/.test(role)
}

function keyOf(path: string, control: Control): string {
  const { fn, opens, nav, local, popup, role, inMain, name } = control
  const mark = JSON.stringify([fn, opens, nav, local, popup, local || nav ? role : ''])
  return inMain ? `${path} ${mark}` : `frame ${mark} ${name}`
}

/** @returns what is wrong with its mark, if anything is */
async function attempt(page: Page, wire: Wire, control: Control): Promise<string | undefined> {
  const before = page.url()
  if (control.type === 'submit')
    await fillIn(page.locator('form', { has: page.locator(control.probe) }))
  await press(page, control)
  if (control.fn !== null) return called(wire, control.fn)
  if (control.opens !== null) return leadsTo(page, wire, control.opens)
  if (control.nav) return navigated(page, wire, before)
  // What is fetched when it is opened comes a moment later, and must not be taken for the next one's.
  if (control.popup === 'dialog' || control.popup === 'menu') {
    const popup = page.getByRole(control.popup)
    if (!(await until(async () => (await popup.count()) > 0))) return `opens no ${control.popup}`
  }
  await page.waitForTimeout(120)
  const isReadAhead = await wire.wasStirred()
  const calls = wire
    .take()
    .filter((call) => !(isReadAhead && call.startsWith('GET ')))
    .filter((call) => !READS.some((one) => one.name.test(control.name) && one.call === call))
  if (calls.length > 0) return `is local and sent ${calls.join(', ')}`
  if (page.url() !== before) return 'is local and changed the address'
  return whatOpened(page, wire, before)
}

async function called(wire: Wire, fn: string): Promise<string | undefined> {
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
async function leadsTo(page: Page, wire: Wire, fn: string): Promise<string | undefined> {
  const form = page.locator(`form[data-fn="${fn}"]`)
  const lines = page.locator(`[role=option][data-fn="${fn}"]`)
  const isOpen = async () => (await form.count()) === 1 || (await lines.count()) > 0
  if (!(await until(isOpen))) return `does not open ${fn}`
  const sent = wire.take().filter((call) => !call.startsWith('GET '))
  if (sent.length > 0) return `sent ${sent.join(', ')} by opening`
  const unmarked = unmarkedOf(await controlsOf(page))
  if (unmarked !== undefined) return unmarked
  if ((await lines.count()) > 0) {
    // Another than the chosen one: what is there already is not asked for again.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    return called(wire, fn)
  }
  await fillIn(form)
  await form.locator('button[type=submit]').press('Enter')
  return called(wire, fn)
}

async function navigated(page: Page, wire: Wire, before: string): Promise<string | undefined> {
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

/** A menu or window that a local control has opened: its controls are marked too, and tried. */
async function whatOpened(page: Page, wire: Wire, before: string): Promise<string | undefined> {
  const opened = (await controlsOf(page)).filter(({ role }) => /^(menuitem|option)/.test(role))
  const unmarked = unmarkedOf(opened)
  if (unmarked !== undefined) return unmarked
  const options = opened.filter(({ role, nav }) => role === 'option' && nav)
  if (options.length > 0) return navigated(page, wire, before)
  const deed = opened.find(({ fn, disabled }) => fn !== null && !disabled)
  if (deed?.fn == null) return undefined
  await press(page, deed)
  return called(wire, deed.fn)
}

function unmarkedOf(controls: readonly Control[]): string | undefined {
  const found = controls
    .filter((one) => !isMarked(one))
    .map(({ role, name }) => `${role} “${name}”`)
  return found.length > 0 ? `opens what is not marked: ${found.join(', ')}` : undefined
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let attempts = 0; attempts < 40; attempts += 1) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
