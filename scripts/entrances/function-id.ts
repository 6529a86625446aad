/** `src/features/projects/projects.functions.ts` + `listProjects` → `projects.listProjects`. */
export function readableFunctionId(filename: string, functionName: string): string {
  const noun = /features\/([^/]+)\//.exec(filename)?.[1] ?? 'app'
  return `${noun}.${functionName.replace(/_createServerFn_handler$/, '')}`
}
