/** Everybody who signs in during the suites. Accounts of the seed, written out: see its README. */

export const PASSWORD = 'gatehouse-demo-2026'

export const LARKSPUR = '01900000-0000-7000-8000-000000001001'
export const TIDEWATER = '01900000-0000-7000-8000-000000001002'
export const FERNWAY = '01900000-0000-7000-8000-000000001003'

/** The user agent of the other session that everybody has. */
export const SECOND_DEVICE = 'second device'

export interface Account {
  readonly userId: string
  readonly email: string
  /** Where their session works; null for nowhere. */
  readonly organization: string | null
}

const persona = (index: number, email: string, organization: string | null): Account => ({
  userId: `01900000-0000-7000-8000-00000000200${index.toString()}`,
  email,
  organization,
})

const colleague = (index: number, email: string, organization: string): Account => ({
  userId: `01900000-0000-7000-8000-${(3000 + index).toString().padStart(12, '0')}`,
  email,
  organization,
})

/** Who holds a session in the copied database. */
export const ACCOUNTS = {
  owner: persona(1, 'olivia@larkspur.example', LARKSPUR),
  admin: persona(2, 'adam@larkspur.example', LARKSPUR),
  editor: persona(3, 'edith@larkspur.example', LARKSPUR),
  viewer: persona(4, 'victor@larkspur.example', LARKSPUR),
  billing: persona(5, 'bianca@larkspur.example', LARKSPUR),
  /** Editor and billing at once. */
  twoRoles: persona(6, 'tomas@larkspur.example', LARKSPUR),
  /** A member without any role, who owns one document. */
  author: persona(7, 'greta@guest.example', LARKSPUR),
  /** Suspended after signing in: their session still works in the organization. */
  suspended: persona(8, 'sven@larkspur.example', LARKSPUR),
  /** Viewer at Larkspur, admin at Tidewater. */
  consultant: { ...persona(9, 'carla@consulting.example', LARKSPUR) },
  outsider: {
    userId: '01900000-0000-7000-8000-000000002010',
    email: 'otto@outside.example',
    organization: null,
  },
  /** Admin of another tenant. */
  otherAdmin: colleague(1, 'noor@tidewater.example', TIDEWATER),
  /** Owner of an organization that has used up its plan's projects. */
  fullOwner: colleague(6, 'ruth@fernway.example', FERNWAY),
  /** A viewer whom nothing else uses: sign-in attempts are counted against them. */
  guessed: colleague(9, 'dan@fernway.example', FERNWAY),
} as const satisfies Record<string, Account>

export type Person = keyof typeof ACCOUNTS
