/** Every permission there is, and on asking which roles grant it. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Permission } from '~/authz'
import { Button } from '~/ui/button'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel, Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { Loading, Skeleton } from '~/ui/skeleton'
import { FIRST_SHOWN } from '../browse'
import { permissionQuery, permissionsQuery } from '../roles.queries'

export function PermissionBrowser() {
  const { data: bundles } = useSuspenseQuery(permissionsQuery)
  const all = bundles.flatMap(({ permissions }) => permissions)
  const [name, setName] = useState<Permission>(FIRST_SHOWN)
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
          <Granted name={name} />
        </div>
      </Panel>
    </Section>
  )
}

function Granted({ name }: { readonly name: Permission }) {
  const { data: found, isError, isFetching, refetch } = useQuery(permissionQuery(name))
  if (isError && !isFetching) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
        It could not be read which roles grant it.
        <Button size="small" fn="roles.getPermission" onClick={() => void refetch()}>
          Try again
        </Button>
      </p>
    )
  }
  if (found === undefined) {
    return (
      <Loading label="Looking for the roles that grant it">
        <Skeleton className="h-5 w-72 max-w-full" />
      </Loading>
    )
  }
  return (
    <p className="text-sm text-ink-soft">
      <PermissionChip name={found.permission} /> {found.description}{' '}
      {found.roles.length === 0
        ? 'No role grants it.'
        : `Granted by ${found.roles.map((role) => role.name).join(', ')}.`}
    </p>
  )
}
