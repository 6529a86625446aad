/** What pages read of invitations. */
import { queryOptions } from '@tanstack/react-query'
import { listInvitations, previewInvitation } from './invitations.functions'

export const invitationsQuery = queryOptions({
  queryKey: ['invitations', 'list'],
  queryFn: () => listInvitations(),
})

export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitations', 'preview', token],
    queryFn: () => previewInvitation({ data: { token } }),
  })
