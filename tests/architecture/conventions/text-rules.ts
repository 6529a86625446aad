/** Conventions that show in a file's name or text. Each rule returns the places that break it. */
import type { SourceFile } from './source-file'

const MAX_LINES = 300

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** A route's file is named by its URL: `_authed`, `$projectId`, `__root`, `projects_`, `(group)`. */
const ROUTE_SEGMENT = /^(_{0,2}[a-z0-9]+(-[a-z0-9]+)*_?|\$[a-zA-Z]*|\([a-z-]+\)|-[a-z-]+)$/

export function namesAreKebabCase({ path }: SourceFile): string[] {
  const segment = path.startsWith('src/routes/') ? ROUTE_SEGMENT : KEBAB
  const parts = path
    .replace(/^\./, '')
    .split('/')
    .flatMap((part) => part.split('.'))
  return parts.every((part) => segment.test(part)) ? [] : [path]
}

export function filesAreShort({ path, lines }: SourceFile): string[] {
  const length = lines.length - (lines.at(-1) === '' ? 1 : 0)
  return length <= MAX_LINES ? [] : [`${path}: ${length} lines`]
}

/** A barrel makes one import pull in a folder, and hides which file a name comes from. */
export function noBarrels({ path, lines }: SourceFile): string[] {
  if (path === 'src/authz/index.ts' || path.startsWith('src/routes/')) return []
  const isIndex = /(^|\/)index\.tsx?$/.test(path)
  const passesOn = lines.some((line) => line.startsWith('export * from'))
  return isIndex || passesOn ? [path] : []
}

/** The core and the gates say what they decide, what they refuse and which attack they stop. */
export function opensWithItsPurpose({ path, text }: SourceFile): string[] {
  if (!/^src\/(authz|middleware)\//.test(path) || /\.test\.tsx?$/.test(path)) return []
  return text.startsWith('/**') ? [] : [path]
}

/** Work that is left to do belongs where it will be found, not in a comment. */
export const nothingIsPutOff = eachLine(/\b(TO[D]O|FIX[M]E|HA[C]K|XX[X])\b/)

/** Silencing the compiler for a line silences it for whatever is written there later. */
export const nothingSilencesTheCompiler = eachLine(/@ts-(ignore|nocheck)|eslint-disable/)

const ENVIRONMENT_READERS =
  /^(src\/platform\/env\.ts|(scripts|tests|e2e)\/.*|[a-z.-]+\.config\.ts)$/

/** The environment is read, validated and typed in one place. */
export function environmentIsReadOnce(file: SourceFile): string[] {
  if (ENVIRONMENT_READERS.test(file.path) || /\.test\.tsx?$/.test(file.path)) return []
  return eachLine(/\bprocess\.env\b/)(file)
}

const PAGES = /^src\/(ui|routes|features)\/.*\.tsx$/
const LOOSE_LOOK =
  /\b(text|rounded)-\[[\d.]+(rem|em|px)\]|['"(:[\s]#([\da-f]{3}|[\da-f]{6}|[\da-f]{8})\b(?![-\w])/i

/** Sizes, corners and colours of pages are tokens: a loose one is right in one theme at best. */
export function looksAreTokens(file: SourceFile): string[] {
  return PAGES.test(file.path) ? eachLine(LOOSE_LOOK)(file) : []
}

/** Numbers and moments are written by `src/ui/written.ts`, which says why `Intl` is not. */
export function wordsAreWrittenByHand(file: SourceFile): string[] {
  return PAGES.test(file.path) ? eachLine(/\bIntl\.|\.toLocale(Date|Time)?String\b/)(file) : []
}

function eachLine(pattern: RegExp) {
  return ({ path, lines }: SourceFile): string[] =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []))
}
