/** Inputs about documents. Safe for the client: forms validate with the same schemas. */
import { z } from 'zod'
import { inputsOf } from '~/features/access/list.schema'
import { documentFilters } from './documents.filters'
import { DOCUMENT_LIMITS } from './documents.limits'

const documentId = z.uuid()
const title = z.string().trim().min(1, 'Give the document a title.').max(DOCUMENT_LIMITS.title)
const body = z.string().max(DOCUMENT_LIMITS.body)

export const listDocumentsSchema = z
  .strictObject({ ...inputsOf(documentFilters), projectId: z.uuid().optional() })
  .prefault({})

export const documentIdSchema = z.strictObject({ documentId })

export const createDocumentSchema = z.strictObject({
  projectId: z.uuid(),
  title,
  body: body.default(''),
})

export const updateDocumentSchema = z.strictObject({
  documentId,
  title,
  body,
  /** The version that the edit was based on: somebody else's save in between is a conflict. */
  version: z.int().min(1),
})

export const publishDocumentSchema = z.strictObject({ documentId, published: z.boolean() })

export const archiveDocumentSchema = z.strictObject({ documentId, archived: z.boolean() })
