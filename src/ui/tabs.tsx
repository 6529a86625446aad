/** Parts of one page, of which one shows. Parts with an address of their own are links instead. */
import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { type Marks, marksOr } from './marks'

export interface TabsProps<Value extends string> extends Marks {
  readonly label: string
  readonly tabs: readonly Tab<Value>[]
  readonly value?: Value
  readonly defaultValue?: Value
  readonly onChange?: (value: Value) => void
}

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  /** How many there are of what it holds. */
  readonly count?: number
  readonly disabled?: boolean
  readonly content: ReactNode
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, tabs, value, defaultValue, onChange } = props
  return (
    <BaseTabs.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={onChange}
    >
      <BaseTabs.List
        aria-label={label}
        className="relative flex gap-1 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            {...marksOr({ local: true }, props)}
            value={tab.value}
            disabled={tab.disabled}
            className={
              'inline-flex min-h-9 items-center gap-1.5 px-2.5 text-sm whitespace-nowrap text-ink-soft transition-colors ' +
              'hover:text-ink focus-visible:-outline-offset-2 data-active:font-medium data-active:text-ink ' +
              'data-disabled:cursor-not-allowed data-disabled:text-ink-faint pointer-coarse:min-h-11'
            }
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-xs text-ink-faint">{tab.count}</span>}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent-text transition-[translate,width]" />
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className="pt-5">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  )
}
