/** What is on or off, and one of a few. */
import { useState } from 'react'
import { Checkbox } from '~/ui/checkbox'
import { RadioGroup } from '~/ui/radio-group'
import { SegmentedControl } from '~/ui/segmented-control'
import { Switch } from '~/ui/switch'
import { Sample } from './sample'

const VISIBILITIES = [
  { value: 'all', label: 'Everybody here', hint: 'Whoever is in the organization.' },
  { value: 'some', label: 'Whoever is invited', hint: 'By name, one at a time.' },
  { value: 'link', label: 'Whoever has the link', hint: 'Not in this plan.', disabled: true },
]

const PERIODS = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
] as const

const VIEWS = [
  { value: 'matrix', label: 'As a table', icon: 'matrix' },
  { value: 'list', label: 'As a list', icon: 'menu' },
] as const

export function Choices() {
  return (
    <>
      <Sample name="Checkbox" note="For a form: sent with the rest." stacked>
        <div>
          <Checkbox label="Unchecked" />
          <Checkbox label="Checked" hint="With a line that explains it." defaultChecked />
          <Checkbox label="Some of it" indeterminate />
          <Checkbox label="Refused" aria-invalid hint="It must be on." />
          <Checkbox label="Disabled" disabled />
          <Checkbox label="Disabled and checked" disabled defaultChecked />
        </div>
      </Sample>
      <Sample name="Switch" note="For a setting: holds at once." stacked>
        <Switches />
      </Sample>
      <Sample name="Radio group" stacked>
        <RadioGroup label="Who may read it" options={VISIBILITIES} defaultValue="all" />
      </Sample>
      <Sample name="Segmented control" note="Two to five short words.">
        <Segments />
      </Sample>
    </>
  )
}

function Switches() {
  const [on, setOn] = useState(true)
  return (
    <div className="max-w-md">
      <Switch label="Weekly summary" hint="On Monday mornings." checked={on} onChange={setOn} />
      <Switch label="Pending" checked pending onChange={() => {}} />
      <Switch label="Disabled" checked={false} disabled onChange={() => {}} />
    </div>
  )
}

function Segments() {
  const [period, setPeriod] = useState<(typeof PERIODS)[number]['value']>('week')
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('matrix')
  return (
    <>
      <SegmentedControl label="Period" segments={PERIODS} value={period} onChange={setPeriod} />
      <SegmentedControl label="View" segments={VIEWS} value={view} onChange={setView} iconsOnly />
      <SegmentedControl
        label="Period, disabled"
        segments={PERIODS}
        value="day"
        onChange={setPeriod}
        disabled
      />
    </>
  )
}
