/**
 * Text as people write it, in Markdown. What reads Markdown is fetched when the first text is
 * shown; until then the text stands there as it was written.
 */
import { lazy, Suspense } from 'react'

const Markdown = lazy(async () => ({ default: (await import('./markdown')).Markdown }))

export function Prose({ text }: { readonly text: string }) {
  return (
    <div className="flex max-w-2xl flex-col gap-4 leading-relaxed wrap-break-word">
      <Suspense fallback={<p className="whitespace-pre-line">{text}</p>}>
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}
