/** What pages read of invitations. */
import { queryOptions } from '@tanstack/react-query'
import { listInvitations, listMyInvitations, previewInvitation } from './invitations.functions'

export const invitationsQuery = queryOptions({
  queryKey: ['invitations', 'list'],
  queryFn: () => listInvitations(),
})

export const myInvitationsQuery = queryOptions({
  queryKey: ['invitations', 'mine'],
  queryFn: () => listMyInvitations(),
})

export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitations', 'preview', token],
    queryFn: () => previewInvitation({ data: { token } }),
  })
