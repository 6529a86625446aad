/** What the sign-in page reads. */
import { queryOptions } from '@tanstack/react-query'
import { isAppError } from '~/authz'
import { listAsked, listMails, listPersonas } from './demo.functions'

export const personasQuery = queryOptions({
  queryKey: ['demo', 'personas'],
  queryFn: personas,
})

/** What functions ask for: the same for as long as the server runs. */
export const askedQuery = queryOptions({
  queryKey: ['demo', 'asked'],
  queryFn: () => listAsked(),
  staleTime: Infinity,
})

/** Mails arrive by themselves, so the page asks again while it is open. */
export const mailsQuery = queryOptions({
  queryKey: ['demo', 'mails'],
  queryFn: () => listMails(),
  staleTime: 0,
  refetchInterval: 2_000,
})

/** Outside demo mode there is nobody to offer. */
async function personas() {
  try {
    return await listPersonas()
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return []
    throw error
  }
}
