/** What pages read of documents, and what they show before the server has answered. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { addressReader } from '~/features/access/list-filters'
import { showAtOnce } from '~/features/access/show-at-once'
import { getDocument, listDocuments } from './documents.functions'
import { documentFilters } from './documents.filters'
import type { listDocumentsSchema } from './documents.schema'

/** How the list is narrowed and ordered. */
export type DocumentFilters = NonNullable<z.input<typeof listDocumentsSchema>>
export type DocumentPage = Awaited<ReturnType<typeof listDocuments>>
export type ListedDocument = DocumentPage['rows'][number]

/** What an address asks of the list. */
export const documentFiltersIn = addressReader(documentFilters)

export const documentsQuery = (filters: DocumentFilters = {}) =>
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

/** The same in a list. @returns takes it back */
export function showListedStatus(
  client: QueryClient,
  filters: DocumentFilters,
  documentId: string,
  status: Status,
) {
  return showAtOnce(client, documentsQuery(filters).queryKey, (list) => ({
    ...list,
    rows: list.rows.map((one) => (one.id === documentId ? { ...one, status } : one)),
  }))
}
