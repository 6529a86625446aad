/** How the list of members can be narrowed and ordered; an address can hold all of it. */
import { id, oneOf, pageNumber, words } from '~/features/access/list-filters'

export const memberFilters = {
  /** In the name or the e-mail address. */
  search: words,
  status: oneOf('active', 'suspended'),
  /** Who hold this role. */
  roleId: id,
  sort: oneOf('name', '-name', 'joined', '-joined'),
  page: pageNumber,
}
