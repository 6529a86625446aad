/** Brings the page up to date: everything that it shows, and what its loaders lead by. */
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** @returns reads everything again that is shown, once each; the rest when it is next needed */
export function useRefresh(): () => Promise<void> {
  const router = useRouter()
  const client = useQueryClient()
  return async () => {
    // The queries start at once and the loaders wait for the same reads.
    await Promise.all([client.invalidateQueries(), router.invalidate()])
  }
}
