/** The repository's own source files, as text and as syntax. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly syntax: ts.SourceFile
}

export const REPO = join(import.meta.dirname, '../../..')

export function sourceFile(path: string, text: string): SourceFile {
  const kind = /\.[jt]sx$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  return { path, text, lines: text.split('\n'), syntax }
}

/** Every file that people wrote: sources, tests, tools and configurations, not what is generated. */
export function repositoryFiles(): SourceFile[] {
  const folders = ['src', 'tests', 'e2e', 'scripts'].filter((folder) =>
    existsSync(join(REPO, folder)),
  )
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(REPO, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  const configurations = readdirSync(REPO).filter((file) => /\.(config\.ts|cjs)$/.test(file))
  return [...inFolders, ...configurations]
    .filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !/\.(gen|d)\.ts$/.test(path))
    .toSorted()
    .map((path) => sourceFile(path, readFileSync(join(REPO, path), 'utf8')))
}

/** Calls back for each node of the file, from the top. */
export function eachNode(file: SourceFile, callback: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    callback(node)
    ts.forEachChild(node, visit)
  }
  visit(file.syntax)
}

/** Where something is, for people: `path:line`. */
export function placeOf(file: SourceFile, position: number): string {
  return `${file.path}:${file.syntax.getLineAndCharacterOfPosition(position).line + 1}`
}
