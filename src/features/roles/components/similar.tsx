/** Roles that are nearly the same: one more of them helps nobody. */
import { Notice } from '~/ui/notice'

interface SimilarProps {
  readonly roles: readonly {
    readonly id: string
    readonly name: string
    readonly differsBy: number
  }[]
}

export function Similar({ roles }: SimilarProps) {
  if (roles.length === 0) return null
  return (
    <Notice tone="limited" title="Nearly the same as another role">
      {roles.map(({ id, name, differsBy }) => (
        <p key={id}>
          {differsBy === 0
            ? `Grants the same as ${name}.`
            : `Differs from ${name} by ${differsBy}.`}
        </p>
      ))}
    </Notice>
  )
}
