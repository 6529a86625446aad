/** Which commands fit what was typed. */
import type { CommandGroup } from '~/ui/command-palette'

/** @returns the groups with the commands that hold every word of the text, in their order */
export function matching(groups: readonly CommandGroup[], text: string): CommandGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map(({ label, items }) => ({
      label,
      items: items.filter((command) => {
        const name = `${command.label} ${command.note ?? ''}`.toLowerCase()
        return words.every((word) => name.includes(word))
      }),
    }))
    .filter(({ items }) => items.length > 0)
}
