/** Where one can go: only pages that this person may open. */
import { Link } from '@tanstack/react-router'
import { isPlanKey, PLANS } from '~/authz'
import { useAccess, useViewer } from '~/features/access/use-permission'
import { Sidebar, SidebarGroup, SidebarLink } from '~/ui/sidebar'
import { destinationsFor } from './destinations'

export function Navigation() {
  const groups = destinationsFor(useAccess())
  const plan = planName(useViewer().organization?.plan)
  if (groups.length === 0) return null
  return (
    <Sidebar label="Main">
      {groups.map(({ label, pages }) => (
        <SidebarGroup key={label} label={label}>
          {pages.map((page) => (
            <SidebarLink
              key={page.label}
              link={<Link to={page.to} activeOptions={{ exact: page.to === '/' }} />}
              icon={page.icon}
              note={page.to === '/billing' ? plan : undefined}
            >
              {page.label}
            </SidebarLink>
          ))}
        </SidebarGroup>
      ))}
    </Sidebar>
  )
}

function planName(plan: string | undefined): string | undefined {
  return plan !== undefined && isPlanKey(plan) ? PLANS[plan].name : undefined
}
