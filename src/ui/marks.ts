/**
 * Marks: what pressing a control does, written on the control. Every interactive element is a link
 * or carries one of them, so that a person who audits a page, and the browser suite, can hold what
 * a control says against what it sends.
 */

export interface Marks {
  /** The id of the server function that using it calls. */
  readonly fn?: string
  /** The id of the server function behind the form or dialog that it opens. */
  readonly opens?: string
  /** Changes the address: a filter, a sort, a page, a search box. */
  readonly nav?: boolean
  /** Changes only what this tab shows, and calls no function. */
  readonly local?: boolean
}

export interface MarkAttributes {
  readonly 'data-fn'?: string
  readonly 'data-opens'?: string
  readonly 'data-nav'?: ''
  readonly 'data-local'?: ''
}

/** For what must say which function it calls, or that it calls none. */
export type Deed =
  | { readonly fn: string; readonly local?: never }
  | { readonly fn?: never; readonly local: true }

/** @returns the deed alone, to hand on from props that hold more */
export function deed(given: Deed): Deed {
  return given.local === true ? { local: true } : { fn: given.fn }
}

/** @returns the attributes; none for a mark that isn't given, so that spreading never erases one */
export function marks({ fn, opens, nav, local }: Marks): MarkAttributes {
  return {
    ...(fn === undefined ? {} : { 'data-fn': fn }),
    ...(opens === undefined ? {} : { 'data-opens': opens }),
    ...(nav === true ? { 'data-nav': '' } : {}),
    ...(local === true ? { 'data-local': '' } : {}),
  }
}

/** @returns the attributes of the marks, and the other props */
export function splitMarks<Props extends Marks>(
  props: Props,
): readonly [MarkAttributes, Omit<Props, keyof Marks>] {
  const { fn, opens, nav, local, ...rest } = props
  return [marks({ fn, opens, nav, local }), rest]
}

/**
 * The marks of a field or a choice: without any, it changes only what this tab shows until the form
 * around it is sent.
 */
export function marksOr(fallback: Marks, given: Marks): MarkAttributes {
  const own = marks(given)
  return Object.keys(own).length === 0 ? marks(fallback) : own
}

/**
 * The marks of a control that only opens what does it: the button of a select, whose options call
 * the function. A list of links or filters is opened within the tab.
 */
export function opener({ fn, opens }: Marks): MarkAttributes {
  const behind = fn ?? opens
  return marks(behind === undefined ? { local: true } : { opens: behind })
}
