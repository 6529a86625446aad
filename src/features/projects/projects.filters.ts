/** How the list of projects can be narrowed and ordered; an address can hold all of it. */
import { oneOf, pageNumber, words } from '~/features/access/list-filters'

export const projectFilters = {
  search: words,
  status: oneOf('active', 'archived'),
  sort: oneOf('name', '-name', 'updated', '-updated'),
  page: pageNumber,
}
