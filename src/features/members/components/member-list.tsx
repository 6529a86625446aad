/** Who belongs here: searched, narrowed, ordered, a page at a time. */
import { useState } from 'react'
import { useAddressSearch, useListAddress } from '~/features/access/list-address'
import { ListBar } from '~/features/access/list-bar'
import { ListPages } from '~/features/access/list-pages'
import { NothingFound } from '~/features/access/nothing-found'
import { useAnyPermission, usePermission } from '~/features/access/use-permission'
import { Select } from '~/ui/select'
import type { MemberSearch } from '../members.queries'
import { ChosenBar } from './chosen-bar'
import { MemberTable } from './member-table'
import type { MemberRows, Role } from './member-types'

const ANY = 'any'
const STATUSES = [
  { value: ANY, label: 'Any status' },
  { value: 'active', label: 'Active' },
  { value: 'suspended', label: 'Suspended' },
]

export interface MemberListProps {
  /** How it was asked for, as the address has it. */
  readonly asked: MemberSearch
  readonly list: MemberRows
  /** Empty for who may not see roles. */
  readonly roles: readonly Role[]
}

export function MemberList({ asked, list, roles }: MemberListProps) {
  const mayAssign = usePermission('org:roles:assign')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // Whoever is not on the page any more is not chosen any more.
  const members = list.rows.filter(({ id }) => chosen.has(id))
  function choose(ids: readonly string[], isChosen: boolean): void {
    const others = [...chosen].filter((id) => !ids.includes(id))
    setChosen(new Set(isChosen ? [...others, ...ids] : others))
  }
  return (
    <>
      <Filters roles={roles} />
      {list.rows.length === 0 ? (
        <NothingFound what="members" />
      ) : (
        <MemberTable
          asked={asked}
          members={list.rows}
          selection={mayAssign ? { chosen, choose } : undefined}
        />
      )}
      <ListPages what="members" page={asked.page} list={list} />
      {mayAssign && (
        <ChosenBar members={members} roles={roles} onNobody={() => setChosen(new Set())} />
      )}
    </>
  )
}

function Filters({ roles }: Pick<MemberListProps, 'roles'>) {
  const change = useListAddress()
  const { roleId, status } = useAddressSearch()
  const seesHolders = useAnyPermission(['org:assignments:read', 'org:roles:assign'])
  return (
    <ListBar label="Search members">
      {seesHolders && roles.length > 0 && (
        <div className="w-36">
          <Select
            nav
            labelHidden
            label="Role"
            value={roles.some(({ id }) => id === roleId) ? roleId : ANY}
            options={[
              { value: ANY, label: 'Any role' },
              ...roles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => change({ roleId: value === ANY ? undefined : value })}
          />
        </div>
      )}
      <div className="w-36">
        <Select
          nav
          labelHidden
          label="Status"
          value={status ?? ANY}
          options={STATUSES}
          onChange={(value) =>
            change({ status: value === 'active' || value === 'suspended' ? value : undefined })
          }
        />
      </div>
    </ListBar>
  )
}
