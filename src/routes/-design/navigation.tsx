/** What leads elsewhere, or to another part of the same. */
import { useState } from 'react'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { FilterChip, FilterChips } from '~/ui/filter-chips'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'
import { Sample } from './sample'

const TABS = [
  { value: 'content', label: 'Content', content: <p className="text-sm">What it says.</p> },
  { value: 'access', label: 'Access', count: 4, content: <p className="text-sm">Who may.</p> },
  { value: 'history', label: 'History', content: <p className="text-sm">What it was.</p> },
  { value: 'locked', label: 'Disabled', disabled: true, content: null },
]

export function Navigation() {
  return (
    <>
      <Sample name="Tabs" note="Arrow keys go from one to the next." stacked>
        <Tabs label="Parts of a document" tabs={TABS} />
      </Sample>
      <Sample name="Breadcrumbs" note="Above the title, which is the last of them." stacked>
        <Breadcrumbs>
          <Crumb link={<a href="#navigation">Projects</a>}>Projects</Crumb>
          <Crumb link={<a href="#navigation">Alpine Seed Bank</a>}>Alpine Seed Bank</Crumb>
        </Breadcrumbs>
      </Sample>
      <Sample name="Filter chips" note="Part of the address.">
        <Filters />
      </Sample>
      <Sample name="Pagination" note="Links; the ends keep their place." stacked>
        <Pagination
          label="Pages, at the start"
          summary="1–20 of 143"
          next={<a href="#navigation">Next</a>}
        />
        <Pagination
          label="Pages, further on"
          summary="21–40 of 143"
          previous={<a href="#navigation">Previous</a>}
          next={<a href="#navigation">Next</a>}
        />
      </Sample>
    </>
  )
}

function Filters() {
  const [on, setOn] = useState<readonly string[]>(['Draft'])
  return (
    <FilterChips label="Status">
      {['Draft', 'Published', 'Archived'].map((name, position) => (
        <FilterChip
          key={name}
          local
          on={on.includes(name)}
          count={position * 3 + 2}
          disabled={name === 'Archived'}
          onChange={(pressed) =>
            setOn(pressed ? [...on, name] : on.filter((other) => other !== name))
          }
        >
          {name}
        </FilterChip>
      ))}
    </FilterChips>
  )
}
