/** Joins what is declared with what was built, one to one; whatever is left over is an error. */
import type { BuiltServer } from './built-server'
import type { Entrance } from './entrance'

export interface ListedFunction extends Omit<Entrance, 'type' | 'methods'> {
  readonly id: string
  readonly method: string
  readonly url: string
}

export interface ListedRoute extends Omit<Entrance, 'type' | 'name'> {
  readonly path: string
}

export interface Comparison {
  readonly functions: readonly ListedFunction[]
  readonly routes: readonly ListedRoute[]
  readonly problems: readonly string[]
}

export function compare(declared: readonly Entrance[], built: BuiltServer): Comparison {
  const problems: string[] = []
  const functions: ListedFunction[] = []
  const routes: ListedRoute[] = []
  const seen = new Set<Entrance>()

  for (const { id, name, file } of built.functions) {
    const match = declared.find((d) => d.type === 'function' && d.file === file && d.name === name)
    if (match === undefined) {
      problems.push(`${id} (${file}) is served and was not declared as an entrance`)
      continue
    }
    seen.add(match)
    const { type: _, methods, ...rest } = match
    functions.push({ id, ...rest, method: methods.join(), url: `/_serverFn/${id}` })
  }
  for (const { path, methods } of built.routes) {
    const match = declared.find((d) => d.type === 'route' && d.name === path)
    if (match === undefined || match.methods.toSorted().join() !== methods.toSorted().join()) {
      problems.push(`the route ${path} serves ${methods.join()} and does not declare just that`)
      continue
    }
    seen.add(match)
    const { type: _, name, ...rest } = match
    routes.push({ path: name, ...rest })
  }
  for (const entrance of declared) {
    if (seen.has(entrance)) continue
    problems.push(`${entrance.file}: ${entrance.name} is declared and not served; nothing uses it`)
  }
  return { functions, routes, problems }
}
