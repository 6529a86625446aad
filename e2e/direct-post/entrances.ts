/** What the build serves, as the build itself listed it. Nothing here is written by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ListedFunction {
  readonly id: string
  readonly file: string
  readonly method: string
  readonly url: string
  readonly kind: string
  readonly gate: string
  readonly permissions: readonly string[]
}

export interface ListedRoute {
  readonly path: string
  readonly file: string
  readonly methods: readonly string[]
  readonly kind: string
  readonly permissions: readonly string[]
}

export interface ListedEndpoint {
  readonly path: string
  readonly method: string
}

interface Entrances {
  readonly functions: readonly ListedFunction[]
  readonly routes: readonly ListedRoute[]
  readonly authEndpoints: readonly ListedEndpoint[]
}

const LIST = join(import.meta.dirname, '../../dist/server-functions.json')

/** @throws when there is no list: a suite without a subject must not pass */
export function readEntrances(): Entrances {
  const list = JSON.parse(readFileSync(LIST, 'utf8')) as Entrances // scripts/list-entrances.ts
  if (list.functions.length === 0) throw new Error('the build serves no function')
  return list
}
