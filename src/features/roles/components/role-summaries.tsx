import { Badge } from '~/ui/badge'
import { useViewer } from '~/features/access/use-permission'
import type { Role } from './role-types'

export function RoleSummaries({ roles }: { readonly roles: readonly Role[] }) {
  const { roles: mine } = useViewer()
  return (
    <ul className="mb-8 grid gap-px overflow-hidden rounded-lg border border-line bg-surface shadow-raised sm:grid-cols-2 xl:grid-cols-5">
      {roles.map(({ id, key, name, description, holders }) => (
        <li key={id} className="p-4 outline outline-line">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {name}
            {mine.some((held) => held.key === key) && <Badge tone="accent">Yours</Badge>}
          </p>
          <p className="mt-0.5 text-sm text-ink-soft">{description}</p>
          <p className="mt-2 text-[0.8125rem] text-ink-faint">
            {holders === 1 ? '1 member' : `${holders} members`}
          </p>
        </li>
      ))}
    </ul>
  )
}
