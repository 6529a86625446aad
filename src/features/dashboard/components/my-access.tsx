/** What the person who looks at it may do here, permission by permission, and through which roles. */
import type { ReactNode } from 'react'
import { ALL_PERMISSIONS, rightsOfBillingContact } from '~/authz'
import { useAccess } from '~/features/access/use-permission'
import type { Viewer } from '~/features/access/viewer'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel, Section } from '~/ui/section'

export function MyAccess({ viewer }: { readonly viewer: Viewer }) {
  const access = useAccess()
  const held = access?.permissions ?? new Set()
  const asContact = access === null ? [] : rightsOfBillingContact(access)
  const missing = ALL_PERMISSIONS.filter((permission) => !held.has(permission))
  const here = ALL_PERMISSIONS.filter((permission) => held.has(permission))
  return (
    <Section title="What you may do here" description={through(viewer, asContact.length > 0)}>
      <Panel>
        <div className="flex flex-col gap-5">
          {here.length > 0 && (
            <Chips label="Your roles give">
              {here.map((permission) => (
                <PermissionChip key={permission} name={permission} held />
              ))}
            </Chips>
          )}
          {asContact.length > 0 && (
            <Chips label="Being the billing contact gives">
              {asContact.map((permission) => (
                <PermissionChip key={permission} name={permission} held />
              ))}
            </Chips>
          )}
          {missing.length > 0 && (
            <Chips label={here.length > 0 ? 'They do not give' : 'No role gives you'}>
              {missing.map((permission) => (
                <PermissionChip key={permission} name={permission} />
              ))}
            </Chips>
          )}
        </div>
      </Panel>
    </Section>
  )
}

function Chips({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="mb-2 text-small text-ink-faint">{label}</p>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </div>
  )
}

function through({ roles }: Viewer, isContact: boolean): string {
  if (roles.length === 0) {
    return isContact
      ? 'You hold no role: you may handle the plan, and read and edit the documents you own.'
      : 'You hold no role: you may read and edit the documents you own, and nothing else.'
  }
  const names = roles.map(({ name }) => name).join(' and ')
  return `Through ${roles.length === 1 ? 'the role' : 'the roles'} ${names}. The documents you own you may always read and edit.`
}
