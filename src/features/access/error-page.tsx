/** What a page shows when its loader was refused or failed for a reason that leads nowhere else. */
import type { ErrorComponentProps } from '@tanstack/react-router'
import { isAppError } from '~/authz'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { wordsFor } from './refusals'
import { useRefresh } from './use-refresh'

export function ErrorPage({ error }: ErrorComponentProps) {
  const refresh = useRefresh()
  if (isAppError(error) && error.code === 'organization_changed') {
    return (
      <>
        <PageTitle />
        <OrganizationChanged />
      </>
    )
  }
  const { title, detail } = wordsFor(error)
  return (
    <div className="mx-auto max-w-2xl py-10">
      <PageTitle />
      <Notice
        live
        tone="refused"
        title={title}
        action={<Button onClick={() => void refresh()}>Try again</Button>}
      >
        {detail}
      </Notice>
    </div>
  )
}

/** A page without a heading is one that nobody who listens to it can find the beginning of. */
function PageTitle() {
  return <h1 className="sr-only">This page is not shown</h1>
}

/** This tab shows one organization, and the session works in another. */
export function OrganizationChanged() {
  return (
    <div className="mx-auto max-w-2xl py-10">
      <Notice
        live
        tone="caution"
        title="You changed person or organization in another tab"
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            Reload
          </Button>
        }
      >
        This tab was opened before that. Nothing you do here reaches the other organization.
      </Notice>
    </div>
  )
}
