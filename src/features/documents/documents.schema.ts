/** Inputs about documents. Safe for the client: forms validate with the same schemas. */
import { z } from 'zod'
import { page, search } from '~/features/access/list.schema'

const documentId = z.uuid()
/** The most characters of each. */
export const DOCUMENT_LIMITS = { title: 200, body: 100_000 } as const
const title = z.string().trim().min(1, 'Give the document a title.').max(DOCUMENT_LIMITS.title)
const body = z.string().max(DOCUMENT_LIMITS.body)

/** How a list of documents can be narrowed and ordered; an address can hold all of it. */
export const documentFilters = {
  search: search.optional(),
  status: z.enum(['draft', 'published', 'archived']).optional(),
  /** `me`: one's own. Nobody asks for another person's by an id. */
  owner: z.literal('me').optional(),
  sort: z.enum(['updated', '-updated', 'title', '-title']).optional(),
  page: page.optional(),
}

export const listDocumentsSchema = z
  .strictObject({ ...documentFilters, projectId: z.uuid().optional() })
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
