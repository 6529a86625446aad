/** Roles that are nearly the same: one more of them helps nobody. */
import { Notice } from '~/ui/notice'

export interface SimilarRole {
  readonly id: string
  readonly name: string
  readonly differsBy: number
}

interface SimilarProps {
  /** The role, as a sentence about it begins. */
  readonly what: string
  readonly roles: readonly SimilarRole[]
}

export function Similar({ what, roles }: SimilarProps) {
  if (roles.length === 0) return null
  const isSame = roles.some(({ differsBy }) => differsBy === 0)
  return (
    <Notice title={isSame ? 'The same as another role' : 'Nearly the same as another role'}>
      {roles.map(({ id, name, differsBy }) => (
        <p key={id}>
          {differsBy === 0
            ? `${what} is the same as ${name}.`
            : `${what} differs from ${name} by ${differsBy === 1 ? '1 permission' : `${differsBy} permissions`}.`}
        </p>
      ))}
    </Notice>
  )
}
