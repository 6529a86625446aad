import type { listGuards } from '../roles.functions'

export type Guard = Awaited<ReturnType<typeof listGuards>>[number]
