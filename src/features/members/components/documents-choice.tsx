/**
 * What becomes of the documents of somebody who goes, as a part of the window that asks. Few windows
 * are opened, so the choice is fetched with the first of them.
 */
import { lazy, Suspense } from 'react'
import { textOf } from '~/ui/form'
import { Loading, Skeleton } from '~/ui/skeleton'
import type { DocumentsFieldsProps } from './documents-fields'

const DocumentsFields = lazy(async () => ({
  default: (await import('./documents-fields')).DocumentsFields,
}))

export function DocumentsChoice(props: DocumentsFieldsProps) {
  return (
    <Suspense fallback={<OnItsWay />}>
      <DocumentsFields {...props} />
    </Suspense>
  )
}

function OnItsWay() {
  return (
    <Loading label="Loading the choice">
      <Skeleton className="h-24" />
    </Loading>
  )
}

/** What was chosen in it: a membership's id, null for giving them to nobody, undefined for nothing yet. */
export function documentsChosen(values: FormData): string | null | undefined {
  const choice = textOf(values, 'documents')
  if (choice === 'keep') return null
  const memberId = textOf(values, 'documentsTo')
  return choice === 'give' && memberId !== '' ? memberId : undefined
}

/** The documents stay, under the name of who goes. */
export function keptUnder(name: string) {
  return {
    label: `Keep them under the name ${name}`,
    hint: 'They have no owner then. Who may read and write documents still may.',
  }
}
