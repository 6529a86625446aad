/** Where one can go: only pages that this person may open. */
import { Link } from '@tanstack/react-router'
import { useAccess } from '~/features/access/use-permission'
import { destinationsFor } from './destinations'

export function Navigation() {
  const groups = destinationsFor(useAccess())
  if (groups.length === 0) return null
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
