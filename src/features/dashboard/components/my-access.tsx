/** What the person who looks at it may do here, permission by permission, and through which roles. */
import { ALL_PERMISSIONS } from '~/authz'
import { useAccess } from '~/features/access/use-permission'
import type { Viewer } from '~/features/access/viewer'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel, Section } from '~/ui/section'

export function MyAccess({ viewer }: { readonly viewer: Viewer }) {
  const held = useAccess()?.permissions ?? new Set()
  const missing = ALL_PERMISSIONS.filter((permission) => !held.has(permission))
  return (
    <Section title="What you may do here" description={through(viewer)}>
      <Panel>
        {held.size > 0 && (
          <ul aria-label="Held" className="flex flex-wrap gap-1.5">
            {ALL_PERMISSIONS.filter((permission) => held.has(permission)).map((permission) => (
              <li key={permission}>
                <PermissionChip name={permission} held />
              </li>
            ))}
          </ul>
        )}
        {missing.length > 0 && (
          <ul aria-label="Missing" className="mt-4 flex flex-wrap gap-1.5 first:mt-0">
            {missing.map((permission) => (
              <li key={permission}>
                <PermissionChip name={permission} held={false} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Section>
  )
}

function through({ roles }: Viewer): string {
  if (roles.length === 0) {
    return 'You hold no role: you may read and edit the documents you own, and nothing else.'
  }
  const names = roles.map(({ name }) => name).join(' and ')
  return `Through ${roles.length === 1 ? 'the role' : 'the roles'} ${names}. The documents you own you may always read and edit.`
}
