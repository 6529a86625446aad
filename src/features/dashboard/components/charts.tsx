/**
 * The dashboard's charts. In a file of its own because the library is larger than the page: it is
 * fetched after it. Colours are the tokens, so both themes are one drawing.
 */
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { dayAndMonth } from '~/ui/written'
import type { ProjectHolding, Week } from './activity-tables'

const TICK = { fill: 'var(--ink-faint)', fontSize: 12 } as const
const TOOLTIP = {
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  fontSize: 13,
  color: 'var(--ink)',
} as const
const CURSOR = { fill: 'var(--sunken)' } as const
const LEGEND = { fontSize: 13, paddingTop: 8 } as const

/** The square has the colour; the word stays readable. */
function legendText(name: string | undefined) {
  return <span className="text-ink-soft">{name}</span>
}

/** `2026-11-16` → `16 Nov` */
function shortDay(week: string): string {
  return dayAndMonth(new Date(`${week}T00:00:00Z`))
}

export function WeekChart({ weeks }: { readonly weeks: readonly Week[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...weeks]} barGap={1} accessibilityLayer={false} margin={{ left: -28 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="week"
          tickFormatter={shortDay}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          interval="preserveStartEnd"
          minTickGap={24}
        />
        <YAxis allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} />
        <Tooltip
          cursor={CURSOR}
          contentStyle={TOOLTIP}
          labelFormatter={(week) => (typeof week === 'string' ? `Week from ${shortDay(week)}` : '')}
        />
        <Legend
          iconType="square"
          iconSize={9}
          wrapperStyle={LEGEND}
          formatter={legendText}
          itemSorter={null}
        />
        <Bar
          dataKey="written"
          name="Written"
          fill="var(--chart-quiet)"
          radius={[2, 2, 0, 0]}
          isAnimationActive={false}
        />
        <Bar
          dataKey="published"
          name="Published"
          fill="var(--chart-main)"
          radius={[2, 2, 0, 0]}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}

export function ProjectChart({ projects }: { readonly projects: readonly ProjectHolding[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...projects]}
        layout="vertical"
        accessibilityLayer={false}
        barCategoryGap="28%"
        // One project alone is a bar too, and not a block.
        maxBarSize={24}
      >
        <XAxis type="number" hide allowDecimals={false} />
        <YAxis
          type="category"
          dataKey="name"
          width={160}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          interval={0}
          tickFormatter={(name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name)}
        />
        <Tooltip cursor={CURSOR} contentStyle={TOOLTIP} />
        <Legend
          iconType="square"
          iconSize={9}
          wrapperStyle={LEGEND}
          formatter={legendText}
          itemSorter={null}
        />
        <Bar
          dataKey="published"
          name="Published"
          stackId="all"
          fill="var(--chart-main)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="draft"
          name="Drafts"
          stackId="all"
          fill="var(--chart-quiet)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="archived"
          name="Archived"
          stackId="all"
          fill="var(--chart-past)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
