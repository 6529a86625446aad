/**
 * What a log may hold of a failure. The text of an error quotes what was asked or sent: Drizzle's
 * holds the statement with its parameters (a session's token, a document's body), PostgreSQL's the
 * value it could not store, a parser's the payload. So texts of libraries stay out of the log; names,
 * codes and places go in, which is what finding the defect takes.
 */

/** The parts of a PostgreSQL error that name things of the schema, never values. */
const SCHEMA_PARTS = ['code', 'constraint', 'schema', 'table', 'column', 'routine'] as const

/** Errors of the language itself and our own plain ones: their texts were written for a log. */
const PLAIN: ReadonlySet<unknown> = new Set([Error, TypeError, RangeError, ReferenceError])
/** Such a text is a sentence; whatever is longer is quoting. */
const LONGEST_TEXT = 200
const MOST_FRAMES = 15

/** @returns the failure's name, codes and places, without a word of what it was about */
export function failureFacts(failure: unknown): Readonly<Record<string, unknown>> {
  if (!(failure instanceof Error)) return { name: typeof failure }
  const root = rootOf(failure)
  const parts = SCHEMA_PARTS.map((part): [string, unknown] => [part, Reflect.get(root, part)])
  return {
    name: root.name,
    ...Object.fromEntries<unknown>(parts.filter(([, value]) => typeof value === 'string')),
    ...(isPlain(failure) ? { text: failure.message } : {}),
    stack: framesOf(failure),
  }
}

/** Drizzle wraps what the database said. */
function rootOf(failure: Error): Error {
  let root = failure
  for (let depth = 0; depth < 5 && root.cause instanceof Error; depth += 1) root = root.cause
  return root
}

function isPlain(failure: Error): boolean {
  const wraps = ['cause', 'code', 'query'].some((key) => key in failure)
  return PLAIN.has(failure.constructor) && !wraps && failure.message.length <= LONGEST_TEXT
}

/** The stack without its head, which is the text again. */
function framesOf({ stack = '', message }: Error): string[] {
  const head = message === '' ? -1 : stack.indexOf(message)
  const frames = head < 0 ? stack : stack.slice(head + message.length)
  return frames
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
}
