/**
 * Gives the server the list of what it guards: `virtual:entrances`, made from the declarations at
 * every build and, while developing, anew whenever one of them changes. What it leaves out or gets
 * wrong, `scripts/list-entrances.ts` finds by comparing it with what was built.
 */
import type { Plugin } from 'vite'
import { scanTree } from '../entrances'
import { guardedAmong } from './guarded'

const NAME = 'virtual:entrances'
/** The mark that keeps other plugins from looking for a file of this name. */
const RESOLVED = `\0${NAME}`
const DECLARES_ENTRANCES = /\/src\/(features\/.*\.functions\.ts|routes\/.*\.tsx?)$/

export function entrances(root: string): Plugin {
  return {
    name: 'gatehouse:entrances',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? sourceOf(root) : undefined),
    hotUpdate({ file }) {
      const stale = this.environment.moduleGraph.getModuleById(RESOLVED)
      if (stale && DECLARES_ENTRANCES.test(file)) {
        this.environment.moduleGraph.invalidateModule(stale)
      }
    },
  }
}

/**
 * The module's text. Of bad declarations it holds what could be read: while developing they come
 * and go, and a build of them fails in the comparison.
 */
function sourceOf(root: string): string {
  const list = guardedAmong(scanTree(root).entrances)
  return `export const guardedEntrances = ${JSON.stringify(list)}\n`
}
