import { expect, test } from 'vitest'
import type { Command, CommandGroup } from '~/ui/command-palette'
import { matching } from './matching'

const command = (label: string, note?: string): Command => ({
  id: label,
  label,
  note,
  local: true,
  onSelect: () => undefined,
})

const GROUPS: readonly CommandGroup[] = [
  { label: 'Pages', items: [command('Projects'), command('Audit log')] },
  { label: 'Do', items: [command('New project'), command('Sign out', 'Olivia')] },
]

const labels = (text: string) =>
  matching(GROUPS, text).flatMap(({ items }) => items.map(({ label }) => label))

test('without a text everything is offered', () => {
  expect(labels('  ')).toEqual(['Projects', 'Audit log', 'New project', 'Sign out'])
})

test('every word must be there, in any order and in whatever case', () => {
  expect(labels('PROJ')).toEqual(['Projects', 'New project'])
  expect(labels('project new')).toEqual(['New project'])
  expect(labels('project old')).toEqual([])
})

test('what tells a command from others counts too', () => {
  expect(labels('olivia')).toEqual(['Sign out'])
})

test('a group that would be empty is left out', () => {
  expect(matching(GROUPS, 'audit').map(({ label }) => label)).toEqual(['Pages'])
})
