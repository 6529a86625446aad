/**
 * A labelled place to write Markdown in, beside what it will look like; on a narrow screen one of
 * the two at a time. It counts what was written, and says so before there is too much.
 */
import { Field } from '@base-ui/react/field'
import { Fragment, useDeferredValue, useState } from 'react'
import { Button } from './button'
import { cx } from './cx'
import { useShowsErrors } from './field-errors'
import { CONTROL, ERROR, HINT, LABEL } from './looks'
import { marks } from './marks'
import { Popover } from './popover'
import { Prose } from './prose'
import { grouped } from './written'
import { SegmentedControl } from './segmented-control'

export interface MarkdownFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The most characters that can be saved. */
  readonly limit: number
}

const VIEWS = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
] as const
type View = (typeof VIEWS)[number]['value']

const PANE = 'h-[60dvh] min-h-80 lg:h-[calc(100dvh-25rem)]'

export function MarkdownField({ name, label, value, onChange, limit }: MarkdownFieldProps) {
  const [view, setView] = useState<View>('write')
  const excess = value.length - limit
  useShowsErrors(name)
  return (
    <div className="relative">
      {/* Beside the field and not in it: a field takes what is in it for its own control. */}
      <div className="absolute top-0 right-0 flex items-center gap-2">
        <Formatting />
        <div className="lg:hidden">
          <SegmentedControl label="Show" segments={VIEWS} value={view} onChange={setView} local />
        </div>
      </div>
      <Field.Root name={name} invalid={excess > 0} className="flex flex-col gap-1.5">
        <Field.Label className={cx(LABEL, 'flex min-h-8 items-end pointer-coarse:min-h-12')}>
          {label}
        </Field.Label>
        <div className="grid gap-4 lg:grid-cols-2">
          <Field.Control
            {...marks({ local: true })}
            value={value}
            onValueChange={onChange}
            className={cx(
              CONTROL,
              PANE,
              'w-full resize-none py-3 font-mono leading-relaxed',
              view === 'preview' && 'max-lg:hidden',
            )}
            render={<textarea />}
          />
          <Preview text={value} className={cx(PANE, view === 'write' && 'max-lg:hidden')} />
        </div>
        <div className="flex flex-wrap justify-between gap-x-4">
          <Field.Description className={HINT}>Markdown</Field.Description>
          <Count length={value.length} limit={limit} />
        </div>
        <Field.Error match={excess > 0} className={ERROR}>
          {`${inWords(excess)} too many. Nothing is saved until it is shorter.`}
        </Field.Error>
        <Field.Error className={ERROR} />
      </Field.Root>
    </div>
  )
}

/** What one writes, and what becomes of it. */
const FORMATS = [
  ['# Heading', 'a heading; ## one below it'],
  ['**strong**', 'strong'],
  ['*emphasis*', 'emphasis'],
  ['- item', 'a list; 1. a numbered one'],
  ['[words](https://…)', 'a link'],
  ['| a | b |', 'a table, under | --- | --- |'],
] as const

function Formatting() {
  return (
    <Popover
      align="end"
      title="Formatting"
      trigger={
        <Button look="quiet" size="small">
          Formatting
        </Button>
      }
    >
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {FORMATS.map(([written, meaning]) => (
          <Fragment key={written}>
            <dt className="font-mono text-xs leading-relaxed">{written}</dt>
            <dd className="text-small text-ink-soft">{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </Popover>
  )
}

/** A moment behind the typing, and never in its way. */
function Preview({ text, className }: { readonly text: string; readonly className: string }) {
  const shown = useDeferredValue(text)
  return (
    <div {...PREVIEW} className={cx(className, 'overflow-y-auto rounded-md bg-sunken px-5 py-4')}>
      {shown.trim() === '' ? (
        <p className="text-sm text-ink-faint">What you write appears here.</p>
      ) : (
        <Prose text={shown} />
      )}
    </div>
  )
}

/** It scrolls, so the keyboard must be able to reach it. */
const PREVIEW = { role: 'region', 'aria-label': 'Preview', tabIndex: 0 }

function Count({ length, limit }: { readonly length: number; readonly limit: number }) {
  return (
    <p className={cx('text-small', length > limit ? 'text-refused' : 'text-ink-faint')}>
      {grouped(length)} / {grouped(limit)}
      <span className="sr-only"> characters</span>
    </p>
  )
}

function inWords(characters: number): string {
  return characters === 1 ? '1 character' : `${grouped(characters)} characters`
}
