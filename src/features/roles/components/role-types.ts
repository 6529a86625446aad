import type { listRoles } from '../roles.functions'

export type Role = Awaited<ReturnType<typeof listRoles>>[number]
