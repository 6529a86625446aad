import { describe, expect, test } from 'vitest'
import { type Press, pressed } from './pressed'
import type { Shortcut } from './registry'

const shortcut = (label: string, ...keys: string[]): Shortcut => ({
  keys,
  label,
  group: 'Anywhere',
  run: () => undefined,
})

const PALETTE = shortcut('Palette', 'mod', 'k')
const LIST = shortcut('List', '?')
const PROJECTS = shortcut('Projects', 'g', 'p')
const ALL = [PALETTE, LIST, PROJECTS]

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('a key', () => {
  test('that is a shortcut does it', () => {
    expect(pressed(ALL, press('?'), undefined, true)).toEqual({ does: LIST })
  })

  test('that begins one waits for the next', () => {
    expect(pressed(ALL, press('g'), undefined, true)).toEqual({ begins: 'g' })
    expect(pressed(ALL, press('p'), 'g', true)).toEqual({ does: PROJECTS })
  })

  test('that ends one does nothing without its beginning', () => {
    expect(pressed(ALL, press('p'), undefined, true)).toBeUndefined()
    expect(pressed(ALL, press('x'), 'g', true)).toBeUndefined()
  })

  test('held with Ctrl or ⌘ is that shortcut alone', () => {
    expect(pressed(ALL, press('k', { ctrlKey: true }), undefined, true)).toEqual({ does: PALETTE })
    expect(pressed(ALL, press('K', { metaKey: true }), undefined, true)).toEqual({ does: PALETTE })
    expect(pressed(ALL, press('p', { ctrlKey: true }), 'g', true)).toBeUndefined()
  })

  test('alone does nothing once single keys are off, and the palette still opens', () => {
    expect(pressed(ALL, press('?'), undefined, false)).toBeUndefined()
    expect(pressed(ALL, press('g'), undefined, false)).toBeUndefined()
    expect(pressed(ALL, press('k', { metaKey: true }), undefined, false)).toEqual({ does: PALETTE })
  })
})
