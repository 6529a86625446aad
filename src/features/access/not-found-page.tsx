/**
 * The same words for what is not there and what this person may not know of. Whether it is in
 * another of their organizations is not said either: only a link that names it leads there, see
 * `linked-organization.ts`.
 */
import { Link } from '@tanstack/react-router'
import { buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

export function NotFoundPage() {
  return (
    <div className="mx-auto max-w-2xl py-10">
      <h1 className="sr-only">Not found</h1>
      <EmptyState title="There is nothing here" icon="search">
        <p>
          It may have been deleted, or belong to another organization of yours: switch there and try
          the address again.
        </p>
        <p className="mt-5">
          <Link to="/" className={buttonClass()}>
            Dashboard
          </Link>
        </p>
      </EmptyState>
    </div>
  )
}
