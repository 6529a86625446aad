/** How a list of documents can be narrowed and ordered; an address can hold all of it. */
import { oneOf, pageNumber, words } from '~/features/access/list-filters'

export const documentFilters = {
  search: words,
  status: oneOf('draft', 'published', 'archived'),
  /** `me`: one's own. Nobody asks for another person's by an id. */
  owner: oneOf('me'),
  sort: oneOf('updated', '-updated', 'title', '-title'),
  page: pageNumber,
}
