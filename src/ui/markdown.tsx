/**
 * Markdown as elements. Nothing that is written can become markup: HTML stays the text it is, a
 * link leads to a page or an address and runs nothing, and a picture, which would tell another
 * server who reads this and when, is a link to it.
 */
import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown'
import remarkGfm from 'remark-gfm'

const PLUGINS = [remarkGfm]

export function Markdown({ text }: { readonly text: string }) {
  return (
    <ReactMarkdown remarkPlugins={PLUGINS} urlTransform={safeUrl} components={ELEMENTS}>
      {text}
    </ReactMarkdown>
  )
}

/** Where a link may lead: a page, an address to write to, a place in this text. */
const SAFE_URL = /^(https?:\/\/|mailto:|#)/i

function safeUrl(url: string): string | undefined {
  return SAFE_URL.test(url) ? url : undefined
}

type Drawn<Tag extends 'a' | 'img' | 'input'> = ComponentProps<Tag> & ExtraProps

function Anchor({ href, children }: Drawn<'a'>) {
  if (href === undefined) return children
  if (href.startsWith('#')) return <a href={href}>{children}</a>
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="text-accent-text underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {children}
    </a>
  )
}

function Picture({ src, alt = '' }: Drawn<'img'>) {
  const words = alt === '' ? 'Picture' : `Picture: ${alt}`
  return <Anchor href={typeof src === 'string' ? src : undefined}>{words}</Anchor>
}

/** The box of a task: read, and not pressed. */
function TaskBox({ checked }: Drawn<'input'>) {
  const isDone = checked === true
  return (
    <>
      <span aria-hidden="true" className={isDone ? 'text-allowed' : 'text-ink-faint'}>
        {isDone ? '☑' : '☐'}
      </span>
      <span className="sr-only">{isDone ? 'Done:' : 'To do:'}</span>
    </>
  )
}

/** A table wider than its place scrolls; the keyboard must be able to reach it. */
const SCROLLS = { role: 'region', 'aria-label': 'Table', tabIndex: 0 }

// A document's own title is the page's; what is below it starts at the second level.
const ELEMENTS: Components = {
  h1: ({ children }) => <h2 className="mt-2 text-xl font-semibold">{children}</h2>,
  h2: ({ children }) => <h3 className="mt-2 text-base font-semibold">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-1 font-semibold">{children}</h4>,
  h4: ({ children }) => <h5 className="font-semibold text-ink-soft">{children}</h5>,
  h5: ({ children }) => <h6 className="font-medium text-ink-soft">{children}</h6>,
  h6: ({ children }) => <h6 className="font-medium text-ink-faint">{children}</h6>,
  // A line that was ended stays ended, whether or not two spaces ended it.
  p: ({ children }) => <p className="whitespace-pre-line">{children}</p>,
  br: () => null,
  ul: ({ children, className }) => (
    <ul
      className={
        className === undefined
          ? 'list-disc space-y-1 pl-5 marker:text-ink-faint'
          : 'space-y-1 *:flex *:items-baseline *:gap-2'
      }
    >
      {children}
    </ul>
  ),
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal space-y-1 pl-6 marker:text-ink-faint">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => (
    <blockquote className="flex flex-col gap-3 border-l-2 border-line-strong pl-4 text-ink-soft">
      {children}
    </blockquote>
  ),
  hr: () => <hr className="my-2 border-line" />,
  code: ({ children }) => (
    <code className="rounded bg-sunken px-1 font-mono text-code in-[pre]:bg-transparent in-[pre]:px-0">
      {children}
    </code>
  ),
  pre: ({ children }) => (
    <pre className="rounded-md border border-line bg-sunken px-4 py-3 text-sm whitespace-pre-wrap">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <div {...SCROLLS} className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">{children}</table>
    </div>
  ),
  th: ({ children, style }) => (
    <th style={style} className="border-b border-line-strong px-3 py-2 font-medium first:pl-0">
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td style={style} className="border-b border-line px-3 py-2 align-top first:pl-0">
      {children}
    </td>
  ),
  a: Anchor,
  img: Picture,
  input: TaskBox,
}
