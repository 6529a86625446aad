/**
 * Text as people write it: headings with #, lists with -, *emphasis*, **strong**, `code`. It is
 * turned into elements and never into HTML, so nothing that is written can become markup.
 */
import { Fragment, type ReactNode } from 'react'

export function Prose({ text }: { readonly text: string }) {
  const blocks = text.replaceAll('\r\n', '\n').split(/\n{2,}/)
  return (
    <div className="flex max-w-2xl flex-col gap-4 leading-relaxed wrap-break-word">
      {keyed(blocks).map(([key, block]) => (
        <Block key={key} text={block.trim()} />
      ))}
    </div>
  )
}

function Block({ text }: { readonly text: string }) {
  const heading = /^(#{1,3})\s+(.+)$/.exec(text)
  if (heading !== null) {
    // A document's own title is the page's; what is below it starts at the second level.
    const [, marks = '', words = ''] = heading
    return marks.length === 1 ? (
      <h2 className="mt-2 text-xl font-semibold">{inline(words)}</h2>
    ) : (
      <h3 className="mt-2 font-semibold">{inline(words)}</h3>
    )
  }
  const lines = text.split('\n')
  if (lines.every((line) => /^[-*]\s/.test(line))) {
    return (
      <ul className="list-disc space-y-1 pl-5 marker:text-ink-faint">
        {keyed(lines).map(([key, line]) => (
          <li key={key}>{inline(line.slice(2))}</li>
        ))}
      </ul>
    )
  }
  return <p className="whitespace-pre-line">{inline(text)}</p>
}

const INLINE = /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|`[^`\n]+`)/

function inline(text: string): ReactNode {
  return keyed(text.split(INLINE)).map(([key, part]) => (
    <Fragment key={key}>{styled(part)}</Fragment>
  ))
}

function styled(part: string): ReactNode {
  if (part.length > 4 && part.startsWith('**') && part.endsWith('**')) {
    return <strong>{part.slice(2, -2)}</strong>
  }
  if (part.length > 2 && part.startsWith('*') && part.endsWith('*')) {
    return <em>{part.slice(1, -1)}</em>
  }
  if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) {
    return (
      <code className="rounded bg-sunken px-1 font-mono text-[0.875em]">{part.slice(1, -1)}</code>
    )
  }
  return part
}

/** Pieces of one text never change places: their position is their key. */
function keyed(pieces: readonly string[]): readonly (readonly [string, string])[] {
  return pieces.map((piece, position) => [String(position), piece])
}
