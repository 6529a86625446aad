/**
 * What a page offers, read from the page itself: its marked controls and the menu's pages. It is
 * taken before another person comes and after, and the two are compared. Nothing is asked of the
 * code that decides what is shown, so the note cannot repeat that code's mistakes.
 */

export interface Offered {
  readonly kind: 'control' | 'page'
  /** The function that it calls, or the path that it leads to. */
  readonly key: string
  /** Its accessible name. */
  readonly name: string
}

/** The dock's own controls are the same for everybody. */
export const NOT_COMPARED = 'data-not-compared'

const CONTROLS = 'button[data-fn], button[data-opens], a[data-fn], a[data-opens], form[data-fn]'
const PAGES = 'nav[aria-label="Main"] a[href]'
/** Links that stand where a button could: not those of rows and sentences, which follow the data. */
const LINKS = 'main a[href]:not(table a, li a, p a, dl a, nav a)'

/** Everything on offer on the page that is shown. */
export function offeredBy(page: Document): Offered[] {
  const controls = [...page.querySelectorAll(CONTROLS)]
    .filter((element) => isOnOffer(element) && !isPartOfForm(element))
    .map((element) => control(element, functionOf(element)))
  const links = [...page.querySelectorAll(LINKS)]
    .filter(isOnOffer)
    .map((element) => control(element, pathOf(element)))
  // The menu may be folded away; it leads to the same pages all the same.
  const pages = [...page.querySelectorAll(PAGES)].map((element): Offered => ({
    kind: 'page',
    key: pathOf(element),
    name: nameOf(element),
  }))
  return unique([...pages, ...controls, ...links])
}

function control(element: Element, key: string): Offered {
  return { kind: 'control', key, name: nameOf(element) }
}

function isOnOffer(element: Element): boolean {
  return element.closest(`[${NOT_COMPARED}]`) === null && element.checkVisibility()
}

/** A form and the button that sends it are one offer. */
function isPartOfForm(element: Element): boolean {
  const form = element.parentElement?.closest('form[data-fn]')
  return form != null && functionOf(form) === functionOf(element)
}

function functionOf(element: Element): string {
  return element.getAttribute('data-fn') ?? element.getAttribute('data-opens') ?? ''
}

function pathOf(element: Element): string {
  return element.getAttribute('href')?.split(/[?#]/, 1)[0] ?? ''
}

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? element.textContent
  return label.replaceAll(/\s+/g, ' ').trim()
}

/** Two buttons of one name that do the same are one offer, and one without a name is none. */
function unique(all: readonly Offered[]): Offered[] {
  const found = new Map(all.map((one) => [`${one.kind} ${one.key} ${one.name}`, one]))
  return [...found.values()].filter(({ name }) => name !== '')
}
