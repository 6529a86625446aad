/** Stays in sight while somebody is chosen in the list: how many, and what can be done to all of them. */
import { lazy, Suspense, useState } from 'react'
import { Button } from '~/ui/button'
import { CHOOSE_ALL } from './member-table'
import type { MemberRow, Role } from './member-types'

/** Fetched when somebody is chosen. */
const ManyMembers = lazy(async () => ({
  default: (await import('./many-members')).ManyMembers,
}))

interface ChosenBarProps {
  /** Who is chosen. */
  readonly members: readonly MemberRow[]
  readonly roles: readonly Role[]
  /** Chooses nobody any more. */
  readonly onNobody: () => void
}

export function ChosenBar({ members, roles, onNobody }: ChosenBarProps) {
  const [open, setOpen] = useState(false)
  function chooseNobody(): void {
    onNobody()
    // The bar goes, and the focus must not go with it.
    document.getElementById(CHOOSE_ALL)?.focus()
  }
  return (
    <>
      {/* Always there, for what is said in it is only read out if it was there before. */}
      <output className="sr-only">
        {members.length > 0 && `${members.length} chosen. Change their roles below the list.`}
      </output>
      {members.length > 0 && (
        <div className="sticky bottom-4 z-20 mx-auto max-lg:bottom-20 mt-4 flex w-fit max-w-full flex-wrap items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2.5 shadow-floating">
          <span className="text-sm font-medium tabular-nums">{members.length} chosen</span>
          <Button
            look="primary"
            size="small"
            opens="members.changeRolesOfMany"
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            Change roles
          </Button>
          <Button look="quiet" size="small" local onClick={chooseNobody}>
            Choose nobody
          </Button>
          <Suspense>
            <ManyMembers
              members={members}
              roles={roles}
              open={open}
              onOpenChange={setOpen}
              onDone={() => {
                setOpen(false)
                chooseNobody()
              }}
            />
          </Suspense>
        </div>
      )}
    </>
  )
}
