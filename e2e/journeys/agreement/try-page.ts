/** Uses each control of a page once, and holds what it says it does against what is sent. */
import type { Page } from '@playwright/test'
import { open, pathOf, settled } from '../walking.ts'
import { asText, type Control, controlsOf } from './controls.ts'
import { called, leadsTo, MOMENT_MS, navigated, openedMenu, plainName } from './opened.ts'
import { READS } from './offers.ts'
import { fillIn, press } from './press.ts'
import { until } from './until.ts'
import type { Wire } from './wire.ts'

interface Trial {
  /** What has been tried: those of the frame once for all pages. */
  readonly tried: Set<string>
  readonly withFrame: boolean
}

/** What is there only after a choice, and what it leads to depends on the choice: see members.spec.ts. */
const AFTER_A_CHOICE: ReadonlySet<string> = new Set(['members.changeRolesOfMany'])

/** More than any page has: then something gets another name whenever it is used. */
const MOST = 80

/** @returns a sentence for each control that does something else */
export async function tryPage(page: Page, wire: Wire, path: string, { tried, withFrame }: Trial) {
  const wrong: string[] = []
  const isNext = (one: Control) =>
    isToTry(one) && (withFrame || one.inMain) && !tried.has(keyOf(path, one))
  await open(page, path)
  const here = pathOf(page.url())
  let controls = await controlsOf(page)
  let isFresh = true
  const sent = new Set<string>()
  for (let steps = 0; steps < MOST; steps += 1) {
    let next = controls.find(isNext)
    // To ask for all of them is slow: only when those that were there are tried, or gone.
    if (next === undefined || (await page.locator(next.probe).count()) === 0) {
      controls = await controlsOf(page)
      next = controls.find(isNext)
    }
    if (next === undefined) return wrong
    const key = keyOf(path, next)
    // What was typed to try a field is not what a form asks for.
    if (next.type === 'submit' && !isFresh && !sent.has(key)) {
      sent.add(key)
      await open(page, path)
      controls = await controlsOf(page)
      isFresh = true
      continue
    }
    tried.add(key)
    wire.take()
    await wire.wasStirred()
    const first = await attempt(page, wire, next).catch(String)
    const complaint = first === undefined ? undefined : await again(page, wire, path, next)
    if (complaint !== undefined) wrong.push(`${asText(path, next)}: ${complaint}`)
    isFresh = false
    await page.keyboard.press('Escape')
    const isClosed = await until(async () => (await page.getByRole('dialog').count()) === 0, 10)
    if (isClosed && pathOf(page.url()) === here) continue
    await open(page, path)
    controls = await controlsOf(page)
    isFresh = true
  }
  return [...wrong, `${path}: there is no end of controls`]
}

/** What was done before may be in its way, or have taken it away: on a fresh page it is as it was. */
async function again(page: Page, wire: Wire, path: string, control: Control) {
  await open(page, path)
  await settled(page)
  const controls = await controlsOf(page)
  const same = controls.find((one) => keyOf(path, one) === keyOf(path, control))
  wire.take()
  if (same === undefined) return 'went away'
  return attempt(page, wire, same).catch((error: unknown) => `could not be used: ${String(error)}`)
}

/** What is in a menu or a window is tried with it. */
function isToTry({ role, disabled, href, fn, opens, nav, local, inDialog }: Control): boolean {
  const isMarkedOnly = href === null && (fn !== null || opens !== null || nav || local)
  if (opens !== null && AFTER_A_CHOICE.has(opens)) return false
  return isMarkedOnly && !disabled && !inDialog && !/^(menuitem|option)/.test(role)
}

/** The same for controls that are alike: of the entries of a list, and of the choices of a group. */
function keyOf(path: string, control: Control): string {
  const { fn, opens, nav, local, popup, role, inMain, inEntry, group, name } = control
  const called = inEntry ? (name.split(' ', 1)[0] ?? '') : plainName(control)
  const isChoice = role === 'radio' || (role === 'checkbox' && group !== null)
  const shown = isChoice && (nav || local) ? (group ?? 'a choice') : called
  const mark = JSON.stringify([fn, opens, nav, local, popup, role, shown])
  return inMain ? `${path} ${mark}` : `frame ${mark}`
}

/** @returns what is wrong with its mark, if anything is */
async function attempt(page: Page, wire: Wire, control: Control): Promise<string | undefined> {
  const before = page.url()
  if (control.type === 'submit')
    await fillIn(page.locator('form', { has: page.locator(control.probe) }))
  await press(page, control)
  if (control.fn !== null) return called(wire, control.fn)
  if (control.opens !== null) return leadsTo(page, wire, control)
  if (control.nav) return navigated(page, wire, before)
  // What is fetched when it is opened comes a moment later, and must not be taken for the next one's.
  if (control.popup === 'dialog' || control.popup === 'menu') {
    const popup = page.getByRole(control.popup)
    if (!(await until(async () => (await popup.count()) > 0))) return `opens no ${control.popup}`
  }
  await page.waitForTimeout(MOMENT_MS)
  const isReadAhead = await wire.wasStirred()
  const calls = wire
    .take()
    .filter((call) => !(isReadAhead && call.startsWith('GET ')))
    .filter((call) => !READS.some((one) => one.name.test(control.name) && one.call === call))
  if (calls.length > 0) return `is local and sent ${calls.join(', ')}`
  if (page.url() !== before) return 'is local and changed the address'
  return openedMenu(page, wire, control)
}
