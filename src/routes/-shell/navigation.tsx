/** Where one can go: only pages that this person may open. */
import { Link } from '@tanstack/react-router'
import { useAccess } from '~/features/access/use-permission'
import { Icon } from '~/ui/icons'
import { destinationsFor } from './destinations'

export function Navigation() {
  const groups = destinationsFor(useAccess())
  if (groups.length === 0) return null
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {groups.map(({ label, pages }) => (
        <div key={label}>
          <p className="px-2.5 pb-1 text-xs font-medium text-ink-faint">{label}</p>
          <ul>
            {pages.map((page) => (
              <li key={page.label}>
                <Link
                  to={page.to}
                  activeOptions={{ exact: page.to === '/' }}
                  className="group flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-sm text-ink-soft hover:bg-highlight hover:text-ink aria-[current=page]:bg-highlight aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
                >
                  <Icon
                    name={page.icon}
                    className="size-4 text-ink-faint group-aria-[current=page]:text-accent-text"
                  />
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
