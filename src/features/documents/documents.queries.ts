/** What pages read of documents, and what they show before the server has answered. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { showAtOnce } from '~/features/access/show-at-once'
import { getDocument, listDocuments } from './documents.functions'
import type { listDocumentsSchema } from './documents.schema'

/** How the list is narrowed and ordered. */
type Filters = NonNullable<z.input<typeof listDocumentsSchema>>

export const documentsQuery = (filters: Filters = {}) =>
  queryOptions({
    queryKey: ['documents', 'list', filters],
    queryFn: () => listDocuments({ data: filters }),
  })

export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['documents', 'one', documentId],
    queryFn: () => getDocument({ data: { documentId } }),
  })

type Status = Awaited<ReturnType<typeof getDocument>>['status']

/** Shows a document with the status that it was asked to have. @returns takes it back */
export function showDocumentStatus(client: QueryClient, documentId: string, status: Status) {
  return showAtOnce(client, documentQuery(documentId).queryKey, (one) => ({ ...one, status }))
}
