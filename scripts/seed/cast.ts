/** Who is in which organization. The personas come from the product; the rest fill the lists. */
import { PERSONAS, type PersonaKey } from '~/features/demo/personas'

/** Ids that stay the same in every seed, so that links and screenshots do. */
export function fixedId(group: number, index: number): string {
  const tail = String(group * 1000 + index).padStart(12, '0')
  return `01900000-0000-7000-8000-${tail}`
}

export const LARKSPUR = fixedId(1, 1)
export const TIDEWATER = fixedId(1, 2)
export const FERNWAY = fixedId(1, 3)

export interface CastMember {
  readonly id: string
  readonly name: string
  readonly email: string
}

export function persona(key: PersonaKey): CastMember {
  const index = PERSONAS.findIndex((candidate) => candidate.key === key)
  const found = PERSONAS[index]
  if (found === undefined) throw new Error(`there is no persona ${key}`)
  return { id: fixedId(2, index + 1), name: found.name, email: found.email }
}

const colleague = (index: number, name: string, email: string): CastMember => ({
  id: fixedId(3, index),
  name,
  email,
})

export const COLLEAGUES = {
  noor: colleague(1, 'Noor Haddad', 'noor@tidewater.example'),
  ines: colleague(2, 'Ines Carvalho', 'ines@tidewater.example'),
  jonas: colleague(3, 'Jonas Weber', 'jonas@tidewater.example'),
  maeve: colleague(4, 'Maeve Kelly', 'maeve@tidewater.example'),
  pavel: colleague(5, 'Pavel Horak', 'pavel@tidewater.example'),
  ruth: colleague(6, 'Ruth Abara', 'ruth@fernway.example'),
  kenji: colleague(7, 'Kenji Mori', 'kenji@fernway.example'),
  lucia: colleague(8, 'Lucia Romero', 'lucia@fernway.example'),
  dan: colleague(9, 'Dan Whitaker', 'dan@fernway.example'),
  amira: colleague(10, 'Amira Saleh', 'amira@larkspur.example'),
  henrik: colleague(11, 'Henrik Dahl', 'henrik@larkspur.example'),
  joy: colleague(12, 'Joy Mensah', 'joy@larkspur.example'),
  leon: colleague(13, 'Leon Fabre', 'leon@larkspur.example'),
  priya: colleague(14, 'Priya Nair', 'priya@larkspur.example'),
  samuel: colleague(15, 'Samuel Stone', 'samuel@larkspur.example'),
} as const
