/**
 * Gate: what is done to one document. Reads `documentId` from the input, loads the row through its
 * check (tenant, then ownership, then permission), and hands it on as `context.document`.
 */
import { createMiddleware } from '@tanstack/react-start'
import { z } from 'zod'
import type { Permission } from '~/authz'
import { accessOrder } from '~/middleware/access-order'
import { identify } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { findDocumentFor } from './documents.server'

/**
 * @param permission what is to be done to the document
 * @throws AppError `not_found` (also for an id that is none) or `forbidden`
 */
export function requireDocument(permission: Permission) {
  return createMiddleware({ type: 'function' })
    .middleware([accessOrder([permission]), orgMiddleware])
    .validator(identify(z.looseObject({ documentId: z.uuid() })))
    .server(async ({ next, context, data }) => {
      const document = await findDocumentFor(context, permission, data.documentId)
      return next({ context: { document } })
    })
}
