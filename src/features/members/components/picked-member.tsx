/** The choice of a member as a part of a window: fetched when a window that has it is opened. */
import { lazy, Suspense } from 'react'
import { Loading, Skeleton } from '~/ui/skeleton'
import type { MemberPickerProps } from './member-picker'

const MemberPicker = lazy(async () => ({
  default: (await import('./member-picker')).MemberPicker,
}))

export function PickedMember(props: MemberPickerProps) {
  return (
    <Suspense
      fallback={
        <Loading label="Loading members">
          <Skeleton className="h-16" />
        </Loading>
      }
    >
      <MemberPicker {...props} />
    </Suspense>
  )
}
