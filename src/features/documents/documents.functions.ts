/** The entrances to documents. Owners may read and edit their own, whatever their roles. */
import { createServerFn } from '@tanstack/react-start'
import { requireProject } from '~/features/projects/projects.gate'
import { accept } from '~/middleware/input'
import { requireQuota } from '~/middleware/quota'
import { orgMiddleware } from '~/middleware/membership'
import { describeDocument } from './details.server'
import { requireDocument } from './documents.gate'
import {
  archiveDocumentSchema,
  createDocumentSchema,
  documentIdSchema,
  listDocumentsSchema,
  publishDocumentSchema,
  updateDocumentSchema,
} from './documents.schema'
import * as logic from './documents.server'

/** Any member: the list holds what this person may read, which is their own at least. */
export const listDocuments = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .validator(accept(listDocumentsSchema))
  .handler(({ context, data }) => logic.listDocuments(context, data))

export const getDocument = createServerFn({ method: 'GET' })
  .middleware([requireDocument('content:read')])
  .validator(accept(documentIdSchema))
  .handler(({ context }) => describeDocument(context))

export const createDocument = createServerFn({ method: 'POST' })
  .middleware([requireProject('content:write'), requireQuota('documents')])
  .validator(accept(createDocumentSchema))
  .handler(({ context, data }) => logic.createDocument(context, data))

export const updateDocument = createServerFn({ method: 'POST' })
  .middleware([requireDocument('content:write')])
  .validator(accept(updateDocumentSchema))
  .handler(({ context, data }) => logic.updateDocument(context, data))

export const publishDocument = createServerFn({ method: 'POST' })
  .middleware([requireDocument('content:publish')])
  .validator(accept(publishDocumentSchema))
  .handler(({ context, data }) =>
    logic.changeStatus(context, data.published ? 'published' : 'draft'),
  )

export const archiveDocument = createServerFn({ method: 'POST' })
  .middleware([requireDocument('content:publish')])
  .validator(accept(archiveDocumentSchema))
  .handler(({ context, data }) => logic.changeStatus(context, data.archived ? 'archived' : 'draft'))

export const deleteDocument = createServerFn({ method: 'POST' })
  .middleware([requireDocument('content:delete')])
  .validator(accept(documentIdSchema))
  .handler(({ context }) => logic.deleteDocument(context))
