/**
 * Every interactive element of a page, from the accessibility tree: what somebody who cannot see
 * the page is offered. What the code calls a control is not asked.
 */
import type { CDPSession, Page } from '@playwright/test'

export interface Control {
  readonly role: string
  readonly name: string
  /** How a locator finds it again. */
  readonly probe: string
  /** Where it leads, for a link. */
  readonly href: string | null
  readonly fn: string | null
  readonly opens: string | null
  readonly nav: boolean
  readonly local: boolean
  /** What it opens over the page, by its own word. */
  readonly popup: string | null
  readonly disabled: boolean
  /** In the page's own part, and not in the frame around it. */
  readonly inMain: boolean
  readonly inDialog: boolean
  /** In an entry of a table or a list, of which there are many alike. */
  readonly inEntry: boolean
  /** The group that a choice is one of. */
  readonly group: string | null
  /** The element: `a`, `button`, `input`. */
  readonly tag: string
  readonly type: string | null
}

const INTERACTIVE: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'gridcell',
  'link',
  'listbox',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'treeitem',
  'DisclosureTriangle',
])

/** Take the focus only so that the keys can scroll them or so that it is not lost. */
const HOLDS_FOCUS: ReadonlySet<string> = new Set([
  'RootWebArea',
  'alertdialog',
  'dialog',
  'group',
  'listbox',
  'menu',
  'region',
  'tabpanel',
])

interface Node {
  readonly ignored: boolean
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly backendDOMNodeId?: number
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[]
}

let probes = 0

/** @returns the controls that are on the page now, those in open windows included */
export async function controlsOf(page: Page): Promise<Control[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const known = await factsOfAll(page, session)
    const found = await Promise.all(
      // Playwright's type of a node says less than the protocol does: `Node` is the part read here.
      (nodes as Node[]).map((node) => describe(session, node, known)),
    )
    return found.flatMap((control) => control ?? [])
  } finally {
    await session.detach()
  }
}

async function describe(
  session: CDPSession,
  node: Node,
  facts: ReadonlyMap<number, Facts>,
): Promise<Control | undefined> {
  const role = node.role?.value ?? ''
  const focusable = node.properties?.some(({ name, value }) => name === 'focusable' && value.value)
  const known = INTERACTIVE.has(role) && role !== 'listbox'
  if (node.ignored || node.backendDOMNodeId === undefined) return undefined
  if (!known && (focusable !== true || HOLDS_FOCUS.has(role))) return undefined
  const about = facts.get(node.backendDOMNodeId) ?? (await factsOf(session, node.backendDOMNodeId))
  // Reached by a script alone, such as the page's own part after the skip link.
  if (about === undefined || (!known && about.tabIndex < 0)) return undefined
  const { probe, ...rest } = about
  return { role, name: node.name?.value ?? '', probe: `[data-probe="${probe}"]`, ...rest }
}

type Facts = Omit<Control, 'role' | 'name'> & { readonly tabIndex: number }

/** What is a control in most pages, read in three questions instead of two for each. */
const USUAL = 'a, button, input, textarea, select, summary, [role], [tabindex]'

interface DomNode {
  readonly backendNodeId: number
  readonly attributes?: readonly string[]
  readonly children?: readonly DomNode[]
}

async function factsOfAll(page: Page, session: CDPSession): Promise<Map<number, Facts>> {
  const first = probes
  const all = await page.evaluate<Facts[]>(`(() => {
    const read = ${READ_FACTS}
    const elements = [...document.querySelectorAll('${USUAL}')]
    return elements.map((element, index) => read.call(element, String(${first} + index)))
  })()`)
  probes += all.length
  const byProbe = new Map(all.map((facts) => [facts.probe, facts]))
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const found = new Map<number, Facts>()
  const open: DomNode[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    open.push(...(node.children ?? []))
    const at = node.attributes?.indexOf('data-probe') ?? -1
    const facts = at < 0 ? undefined : byProbe.get(node.attributes?.[at + 1] ?? '')
    if (facts !== undefined) found.set(node.backendNodeId, facts)
  }
  return found
}

async function factsOf(session: CDPSession, backendNodeId: number): Promise<Facts | undefined> {
  probes += 1
  try {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId })
    if (object.objectId === undefined) return undefined
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: READ_FACTS,
      arguments: [{ value: String(probes) }],
      returnByValue: true,
    })
    return result.value as Facts | undefined // written by READ_FACTS
  } catch (error) {
    // Gone between the two questions: then it isn't on the page.
    if (/No node|Could not find|does not belong/i.test(String(error))) return undefined
    throw error
  }
}

/** Runs in the page, on the element. */
const READ_FACTS = `function (probe) {
  // A part of the browser's own control, such as the month of a date: the control stands for it.
  if (this.getRootNode() !== document) return undefined
  // An element keeps the one it has: what opened a window is found again behind it.
  if (this.hasAttribute('data-probe')) probe = this.getAttribute('data-probe')
  this.setAttribute('data-probe', probe)
  const get = (name) => this.getAttribute(name)
  return {
    probe,
    href: get('href'),
    fn: get('data-fn'),
    opens: get('data-opens'),
    nav: this.hasAttribute('data-nav'),
    local: this.hasAttribute('data-local'),
    popup: get('aria-haspopup'),
    disabled: this.matches(':disabled, [aria-disabled=true], [data-disabled]'),
    inMain: this.closest('main') !== null,
    inDialog: this.closest('[role=dialog], [role=alertdialog]') !== null,
    inEntry: this.closest('tbody tr, li') !== null,
    group: this.closest('[role=radiogroup], fieldset')?.getAttribute('aria-label') ?? null,
    tag: this.localName,
    type: get('type'),
    tabIndex: this.tabIndex,
  }
}`

/** @returns whether it says what using it does; see src/ui/marks.ts */
export function isMarked({ href, fn, opens, nav, local }: Control): boolean {
  return href !== null || fn !== null || opens !== null || nav || local
}

/** @returns what a failure names */
export function asText(path: string, { role, name, tag }: Control): string {
  return `${path}: ${role} “${name}” <${tag}>`
}
