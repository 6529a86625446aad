/**
 * Conventions that no linter knows, over every file that people wrote here. That each rule bites
 * is proved in `convention-rules.test.ts`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REPO, repositoryFiles, type SourceFile } from './conventions/source-file'
import * as syntaxRules from './conventions/syntax-rules'
import * as textRules from './conventions/text-rules'

const files = repositoryFiles()

/** Places that break a rule for a reason. This list may only get shorter. */
const EXEMPT: Readonly<Record<string, string>> = {}

const broken = (rule: (file: SourceFile) => readonly string[]): string[] => files.flatMap(rule)

test('there are files to look at, in every part of the repository', () => {
  for (const part of ['src/authz/', 'src/middleware/', 'src/features/', 'scripts/', 'tests/']) {
    expect(files.filter(({ path }) => path.startsWith(part)).length, part).toBeGreaterThan(2)
  }
})

describe('every file', () => {
  test('is named in kebab-case, and a route by its URL', () => {
    expect(broken(textRules.namesAreKebabCase)).toEqual([])
  })

  test('has at most 300 lines', () => {
    expect(broken(textRules.filesAreShort)).toEqual([])
  })

  test('is no barrel, save the one of authz', () => {
    expect(broken(textRules.noBarrels)).toEqual([])
  })

  test('of authz and middleware opens with what it decides', () => {
    expect(broken(textRules.opensWithItsPurpose)).toEqual([])
  })

  test('puts nothing off', () => {
    expect(broken(textRules.nothingIsPutOff)).toEqual([])
  })

  test('of a page takes its sizes and colours from the tokens', () => {
    expect(broken(textRules.looksAreTokens)).toEqual([])
  })

  test('of a page writes numbers and moments one way', () => {
    expect(broken(textRules.wordsAreWrittenByHand)).toEqual([])
  })

  test('leaves reading the environment to platform/env.ts', () => {
    expect(broken(textRules.environmentIsReadOnce)).toEqual([])
  })
})

describe('no code', () => {
  test('silences the compiler', () => {
    const rules = files.filter(({ path }) => !path.startsWith('tests/architecture/convention'))
    expect(rules.flatMap(textRules.nothingSilencesTheCompiler)).toEqual([])
  })

  test('says any', () => {
    expect(broken(syntaxRules.noAny)).toEqual([])
  })

  test('overrules the compiler without a reason beside it', () => {
    expect(broken(syntaxRules.assertionsHaveReasons)).toEqual([])
  })

  test('defines a class, errors excepted', () => {
    expect(broken(syntaxRules.noClassesButErrors)).toEqual([])
  })

  test('names a table of sign-in in SQL outside src/auth and src/db', () => {
    expect(broken(syntaxRules.signInTablesStayWithAuth)).toEqual([])
  })

  test("compares a role's name outside authz", () => {
    const places = broken(syntaxRules.roleNamesAreNotCompared)
    expect(places.filter((place) => !(place.replace(/:\d+$/, '') in EXEMPT))).toEqual([])
    for (const path of Object.keys(EXEMPT)) {
      expect(
        places.filter((place) => place.startsWith(`${path}:`)),
        `the exemption of ${path} is no longer needed`,
      ).not.toEqual([])
    }
  })
})

describe('the packages', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(REPO, file), 'utf8'))

  test('are pinned to exact versions', () => {
    const manifest = read('package.json') as Record<string, Record<string, string> | undefined> // npm's format
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
      Object.entries(manifest[group] ?? {}),
    )
    const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/
    expect(versions.length).toBeGreaterThan(20)
    expect(versions.filter(([, version]) => !exact.test(version))).toEqual([])
  })

  test('are locked without naming a registry, so that any one serves them', () => {
    const lock = readFileSync(join(REPO, 'package-lock.json'), 'utf8')
    expect(lock).toContain('"lockfileVersion"')
    expect(lock).not.toMatch(/"resolved":/)
    expect(lock).not.toMatch(/https?:\/\/[^"]*(registry|npm)[^"]*\.tgz/)
  })
})
