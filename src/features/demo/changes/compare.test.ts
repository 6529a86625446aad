import { describe, expect, test } from 'vitest'
import { compare } from './compare'
import type { Offered } from './offer'

const page = (key: string, name: string): Offered => ({ kind: 'page', key, name })
const control = (key: string, name: string): Offered => ({ kind: 'control', key, name })

describe('two views of a page', () => {
  test('that offer the same have nothing to tell', () => {
    const offer = [page('/', 'Dashboard'), control('projects.createProject', 'New project')]
    expect(compare(offer, offer.toReversed())).toEqual({ appeared: [], went: [] })
  })

  test('say what only the second has and what only the first had', () => {
    const owner = [page('/audit', 'Audit log'), control('projects.createProject', 'New project')]
    const billing = [control('billing.changePlan', 'Change plan')]
    expect(compare(owner, billing)).toEqual({
      appeared: [{ kind: 'control', key: 'billing.changePlan', names: ['Change plan'] }],
      went: [
        { kind: 'page', key: '/audit', names: ['Audit log'] },
        { kind: 'control', key: 'projects.createProject', names: ['New project'] },
      ],
    })
  })

  test('put controls of one function together, however many rows had one', () => {
    const before = ['Archive A', 'Archive B'].map((name) => control('projects.archive', name))
    expect(compare(before, []).went).toEqual([
      { kind: 'control', key: 'projects.archive', names: ['Archive A', 'Archive B'] },
    ])
  })

  test('tell a control from a page of the same name', () => {
    expect(compare([page('/x', 'X')], [control('/x', 'X')])).toEqual({
      appeared: [{ kind: 'control', key: '/x', names: ['X'] }],
      went: [{ kind: 'page', key: '/x', names: ['X'] }],
    })
  })
})
