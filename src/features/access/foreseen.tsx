/** What a change would do, in the window that makes it: whom it reaches, and what stands in its way. */
import { Checkbox } from '~/ui/checkbox'
import { ConfirmWindow } from '~/ui/confirm-dialog'
import { Notice } from '~/ui/notice'
import { Loading, Skeleton } from '~/ui/skeleton'
import { Impact } from './impact'
import { Similar } from './similar'
import { type ForeseenChange, isPossible } from './use-foreseen'

interface WhatChangesProps {
  readonly change: ForeseenChange<never>
  /** What is changed, as a sentence about it begins. */
  readonly what: string
}

export function WhatChanges({ change, what }: WhatChangesProps) {
  const { said, isLooking, isAboutMe, isTickMissing } = change
  if (said === undefined) return isLooking ? <Looking /> : null
  const { refusals = [], similar = [], leavesNoOwner = false } = said
  return (
    <>
      {refusals.length > 0 && (
        <Notice live tone="refused" title="Not possible for all of them">
          <ul>
            {refusals.map(({ memberId, name, why }) => (
              <li key={memberId}>
                <span className="font-medium text-ink">{name}</span>: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {leavesNoOwner && (
        <Notice live tone="refused" title="No owner would be left">
          An organization keeps at least one active owner.
        </Notice>
      )}
      <Impact {...said} />
      <Similar what={what} roles={similar} />
      {isPossible(said) && (isAboutMe || said.takesFromMe) && (
        <Notice tone="caution" title={isAboutMe ? 'This is you' : 'This takes rights from you'}>
          <Checkbox name="meant" label="I mean to change my own access" />
          {isTickMissing && (
            <p role="alert" className="text-refused">
              Tick it if you do.
            </p>
          )}
        </Notice>
      )}
    </>
  )
}

function Looking() {
  return (
    <Loading label="Finding out whom it reaches">
      <Skeleton className="h-16" />
    </Loading>
  )
}

interface ForeseenWindowProps extends WhatChangesProps {
  readonly fn: string
  readonly title: string
  readonly confirmLabel: string
}

/** The window that a form on a page opens with what it would change. */
export function ForeseenWindow({ change, what, fn, title, confirmLabel }: ForeseenWindowProps) {
  return (
    <ConfirmWindow
      fn={fn}
      open={change.open}
      onOpenChange={change.setOpen}
      title={title}
      confirmLabel={confirmLabel}
      confirmLook={change.said !== undefined && change.said.losing > 0 ? 'danger' : 'primary'}
      isImpossible={change.said !== undefined && !isPossible(change.said)}
      pending={change.pending}
      onConfirm={(_typed, values) => change.confirm(values)}
    >
      <WhatChanges change={change} what={what} />
    </ConfirmWindow>
  )
}
