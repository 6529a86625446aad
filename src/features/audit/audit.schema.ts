/** Inputs about the audit log. */
import { z } from 'zod'
import { inputsOf } from '~/features/access/list.schema'
import { auditFilters, denialFilters } from './audit.filters'

export const listAuditEventsSchema = z.strictObject(inputsOf(auditFilters)).prefault({})

export const listDenialsSchema = z.strictObject(inputsOf(denialFilters)).prefault({})
