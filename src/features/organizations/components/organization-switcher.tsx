/**
 * Which organization one works in, and going to another. It loads a new document: nothing of the
 * old organization stays in the page.
 */
import { Link } from '@tanstack/react-router'
import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import type { Viewer } from '~/features/access/viewer'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { Menu, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '~/ui/menu'
import { switchOrganization } from '../organizations.functions'

export function OrganizationSwitcher({ viewer }: { readonly viewer: Viewer }) {
  const { run, pending } = useAction(switchOrganization, { leave: () => leaveFor('/') })
  const current = viewer.organization?.name ?? 'No organization'
  return (
    <Menu
      trigger={
        <Button pending={pending} spread aria-label={`Organization: ${current}. Switch`}>
          <span className="truncate">{current}</span>
          <Icon name="updown" className="size-4 text-ink-faint" />
        </Button>
      }
    >
      {viewer.organizations.length > 0 && (
        <MenuGroup label="Work in">
          {viewer.organizations.map(({ id, name, status }) => {
            const isCurrent = id === viewer.organization?.id
            return (
              <MenuItem
                key={id}
                {...(isCurrent ? { local: true } : { fn: 'organizations.switchOrganization' })}
                current={isCurrent}
                disabled={status !== 'active'}
                note={status !== 'active' ? status : isCurrent ? 'here' : undefined}
                onSelect={() => {
                  if (!isCurrent) void run({ data: { organizationId: id } })
                }}
              >
                {name}
              </MenuItem>
            )
          })}
        </MenuGroup>
      )}
      {viewer.organizations.length > 0 && <MenuSeparator />}
      <MenuLink link={<Link to="/welcome" />}>All organizations</MenuLink>
    </Menu>
  )
}
