/**
 * Shows what somebody asked for before the server has agreed. Nothing is decided by it: the
 * server's answer replaces it, and a refusal takes it back.
 */
import type { DataTag, QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * @param key the key of a query, as `queryOptions` made it
 * @returns takes it back; does nothing where the page had not read it
 */
export function showAtOnce<Data>(
  client: QueryClient,
  key: DataTag<QueryKey, Data, Error>,
  change: (data: Data) => Data,
): () => void {
  const before = client.getQueryData<Data>(key)
  if (before === undefined) return () => {}
  client.setQueryData<Data>(key, change(before))
  return () => {
    client.setQueryData<Data>(key, before)
  }
}
