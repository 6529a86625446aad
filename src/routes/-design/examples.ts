/** What the samples hold. */
import type { Option } from '~/ui/option'

export const ROLES: readonly Option[] = [
  { value: 'reader', label: 'Reader' },
  { value: 'writer', label: 'Writer', note: 'default' },
  { value: 'keeper', label: 'Keeper' },
  { value: 'auditor', label: 'Auditor', note: 'not in plan', disabled: true },
]

export const CITIES: readonly Option[] = [
  'Accra',
  'Bergen',
  'Cusco',
  'Dakar',
  'Edinburgh',
  'Fukuoka',
  'Lisbon',
  'Montreal',
  'Nairobi',
  'Oaxaca',
  'Porto',
  'Turin',
].map((label) => ({ value: label.toLowerCase(), label }))
