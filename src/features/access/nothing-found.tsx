/** In the place of a list that was narrowed until nothing was left, with the way back to all of it. */
import { Link } from '@tanstack/react-router'
import { buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

export function NothingFound({ what }: { readonly what: string }) {
  return (
    <EmptyState title={`No ${what} here match`} icon="search">
      <p>Look for something else, or look at all of them.</p>
      <Link to="." search={{}} className={`${buttonClass('secondary', 'small')} mt-4`}>
        Clear the filters
      </Link>
    </EmptyState>
  )
}
