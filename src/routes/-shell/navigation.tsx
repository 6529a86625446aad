/** Where one can go: only pages that this person may open. */
import { Link, type LinkProps } from '@tanstack/react-router'
import { canAccess, type Permission } from '~/authz'
import { useAccess } from '~/features/access/use-permission'

interface Destination {
  readonly to: LinkProps['to']
  readonly label: string
  /** Any of these opens it; without them every member may. */
  readonly anyOf?: readonly Permission[]
}

const GROUPS: readonly { readonly label: string; readonly pages: readonly Destination[] }[] = [
  {
    label: 'Work',
    pages: [
      { to: '/', label: 'Dashboard' },
      { to: '/projects', label: 'Projects', anyOf: ['projects:read'] },
      { to: '/documents', label: 'Documents' },
    ],
  },
  { label: 'People', pages: [{ to: '/members', label: 'Members', anyOf: ['users:read'] }] },
  {
    label: 'Access',
    pages: [
      { to: '/roles', label: 'Roles', anyOf: ['org:roles:read', 'org:roles:assign'] },
      { to: '/audit', label: 'Audit log', anyOf: ['audit:read'] },
    ],
  },
  {
    label: 'Organization',
    pages: [
      { to: '/settings', label: 'Settings', anyOf: ['org:settings:read'] },
      { to: '/billing', label: 'Billing', anyOf: ['billing:read'] },
    ],
  },
]

export function Navigation() {
  const access = useAccess()
  if (access === null) return null
  const groups = GROUPS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(
      ({ anyOf }) => anyOf === undefined || anyOf.some((asked) => canAccess(access, asked)),
    ),
  })).filter(({ pages }) => pages.length > 0)
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {groups.map(({ label, pages }) => (
        <div key={label}>
          <p className="px-2.5 pb-1 text-xs text-ink-faint">{label}</p>
          <ul>
            {pages.map((page) => (
              <li key={page.label}>
                <Link
                  to={page.to}
                  activeOptions={{ exact: page.to === '/' }}
                  className="flex min-h-9 items-center rounded-md px-2.5 text-sm text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
                >
                  {page.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
