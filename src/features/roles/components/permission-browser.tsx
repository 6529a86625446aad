/** Every permission there is, and on asking which roles grant it. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Permission } from '~/authz'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel, Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { permissionQuery, permissionsQuery } from '../roles.queries'

export function PermissionBrowser() {
  const { data: bundles } = useSuspenseQuery(permissionsQuery)
  const all = bundles.flatMap(({ permissions }) => permissions)
  const [name, setName] = useState<Permission>('content:read')
  const { data: found } = useQuery(permissionQuery(name))
  return (
    <Section title="Which roles grant it" description="For any permission that there is.">
      <Panel>
        <div className="flex flex-col gap-4">
          <div className="max-w-xs">
            <Select
              fn="roles.getPermission"
              label="Permission"
              value={name}
              options={all.map(({ permission }) => ({ value: permission, label: permission }))}
              onChange={(value) =>
                setName(all.find(({ permission }) => permission === value)?.permission ?? name)
              }
            />
          </div>
          {found !== undefined && (
            <p className="text-sm text-ink-soft">
              <PermissionChip name={found.permission} /> {found.description}{' '}
              {found.roles.length === 0
                ? 'No role grants it.'
                : `Granted by ${found.roles.map((role) => role.name).join(', ')}.`}
            </p>
          )}
        </div>
      </Panel>
    </Section>
  )
}
