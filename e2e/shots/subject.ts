/** What a picture is of: a page as it opens, or something that opens on it. */
import type { Page } from '@playwright/test'
import type { Person } from '../harness/people.ts'

/** Everybody with a session, and somebody without one. */
export type Onlooker = Person | 'nobody'

export interface Subject {
  /** Its files and its sheet are called after it. */
  readonly name: string
  readonly path: string
  /** The only people whom it is there for; without it, whoever was asked for. */
  readonly people?: readonly Onlooker[]
  /** The only widths that it is there at. */
  readonly widths?: readonly number[]
  /** Brings about what the picture is of. Then it is of the window, and not of the whole page. */
  readonly open?: (page: Page) => Promise<unknown>
}
