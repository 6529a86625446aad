/** Made by the build from the declarations, see `scripts/entrances/plugin.ts`. Server only. */
declare module 'virtual:entrances' {
  /** A way in that asks for at least one permission. */
  export interface GuardedEntrance {
    readonly type: 'function' | 'route'
    /** The function's id, or the route's path. */
    readonly name: string
    readonly method: string
    readonly kind: string
    /** The gate as written, e.g. `requireProject('projects:write')`. */
    readonly gate: string
    readonly permissions: readonly string[]
    /** The plan's features and quotas that are asked for after the permission. */
    readonly limits: readonly string[]
  }

  export const guardedEntrances: readonly GuardedEntrance[]
}
