/** The mails there are. What each says is in letters.ts, how it looks in letter.tsx. */

interface WithLink {
  readonly to: string
  /** A path of this server, with the token in it. */
  readonly path: string
}

export type Mail =
  | (WithLink & {
      readonly kind: 'invitation'
      readonly organization: string
      readonly inviter: string
      readonly roles: readonly string[]
    })
  | (WithLink & { readonly kind: 'sign-up' })
  | (WithLink & { readonly kind: 'already-signed-up' })
  | (WithLink & { readonly kind: 'reset' })
  | (WithLink & { readonly kind: 'no-account' })
  | (WithLink & { readonly kind: 'password-changed' })
  | (WithLink & {
      readonly kind: 'ownership-settled'
      readonly organization: string
      readonly outcome: 'given' | 'received' | 'declined' | 'withdrawn'
      /** The name of the one on the other side. */
      readonly other: string
    })
  | (WithLink & {
      readonly kind: 'ownership-offered'
      readonly organization: string
      readonly owner: string
    })
  | (WithLink & {
      /** To the other owners: one of them is about to give, or has given. */
      readonly kind: 'ownership-noticed'
      readonly organization: string
      readonly outcome: 'offered' | 'accepted'
      readonly giver: string
      readonly recipient: string
    })
