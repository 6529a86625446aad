/** What the page says back. */
import { useState } from 'react'
import { Badge, type Tone } from '~/ui/badge'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Meter } from '~/ui/meter'
import { Notice } from '~/ui/notice'
import { Outcome } from '~/ui/outcome'
import { ProgressBar } from '~/ui/progress-bar'
import { Loading, Skeleton, TableSkeleton } from '~/ui/skeleton'
import { StatusDot } from '~/ui/status-dot'
import { showToast } from '~/ui/toast'
import { Sample } from './sample'

const TONES: readonly { readonly tone: Tone; readonly word: string }[] = [
  { tone: 'neutral', word: 'Draft' },
  { tone: 'accent', word: 'New' },
  { tone: 'allowed', word: 'Allowed' },
  { tone: 'refused', word: 'Refused' },
  { tone: 'limited', word: 'Not in plan' },
  { tone: 'caution', word: 'Expired' },
]

export function Feedback() {
  return (
    <>
      <Sample name="Badge" note="The word carries the meaning.">
        {TONES.map(({ tone, word }) => (
          <Badge key={tone} tone={tone}>
            {word}
          </Badge>
        ))}
      </Sample>
      <Sample name="Status dot" note="Quieter, for rows.">
        {TONES.map(({ tone, word }) => (
          <span key={tone} className="mr-3 text-sm text-ink-soft">
            <StatusDot tone={tone}>{word}</StatusDot>
          </span>
        ))}
      </Sample>
      <Sample name="Notice" stacked>
        {TONES.map(({ tone, word }) => (
          <Notice key={tone} tone={tone} title={word}>
            Something to know before going on.
          </Notice>
        ))}
      </Sample>
      <Sample
        name="Outcome"
        note="In the place of a form that did its work; takes its focus."
        stacked
      >
        <Sent />
      </Sample>
      <Sample name="Toast" note="What just happened; a refusal stays longer.">
        <Button local onClick={() => showToast({ title: 'Saved' })}>
          It worked
        </Button>
        <Button
          local
          onClick={() =>
            showToast({
              title: 'That was refused',
              detail: 'It takes content:publish.',
              tone: 'refused',
            })
          }
        >
          It was refused
        </Button>
        <Button local onClick={() => showToast({ title: 'Not in this plan', tone: 'limited' })}>
          It is not in the plan
        </Button>
        <Button
          local
          onClick={() => showToast({ title: 'Differs from Keeper by 1', tone: 'caution' })}
        >
          Something to mind
        </Button>
      </Sample>
      <Sample name="Meter" note="How much of a limit is used." stacked>
        <div className="grid max-w-md gap-5">
          <Meter label="Members" used={4} limit={10} />
          <Meter label="Projects" used={3} limit={3} />
          <Meter label="Documents" used={48} limit={null} />
        </div>
      </Sample>
      <Sample name="Progress bar" note="How far something is." stacked>
        <div className="grid max-w-md gap-5">
          <ProgressBar label="Export" value={62} />
          <ProgressBar label="Counting" value={null} />
        </div>
      </Sample>
      <Sample name="Skeleton" note="The outline of what is on its way." stacked>
        <Loading label="Loading a card">
          <div className="flex max-w-md items-center gap-3">
            <Skeleton className="size-8 rounded-full" />
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-3.5 w-1/2" />
              <Skeleton className="h-3 w-1/3" />
            </div>
          </div>
        </Loading>
        <TableSkeleton label="Loading a table" columns={4} rows={3} />
      </Sample>
      <Sample name="Empty state" stacked>
        <EmptyState title="No documents yet" icon="file">
          The first one starts with a title.
        </EmptyState>
      </Sample>
    </>
  )
}

function Sent() {
  const [isSent, setSent] = useState(false)
  if (!isSent) {
    return (
      <div>
        <Button local onClick={() => setSent(true)}>
          Send the form
        </Button>
      </div>
    )
  }
  return (
    <Outcome>
      <Notice tone="allowed" title="It is sent">
        The focus is here now.
      </Notice>
    </Outcome>
  )
}
