/**
 * The demo's people. Each shows one thing about authorization; all share one password, which is
 * printed in the README, and exist only in seeded databases.
 */
import type { RoleKey } from '~/authz'

export const DEMO_PASSWORD = 'gatehouse-demo-2026'

export interface Persona {
  readonly key: string
  readonly name: string
  readonly email: string
  /** What this person is there to show. */
  readonly title: string
  /** Where they start. */
  readonly organization: string
  /** The templates of the roles that they start with there. */
  readonly roles: readonly RoleKey[]
  /** Their part of the list. */
  readonly group: 'Run it' | 'Work in it' | 'Stand at its edge'
}

const LARKSPUR = 'Larkspur Labs'

export const PERSONAS = [
  {
    key: 'owner',
    name: 'Olivia Brandt',
    email: 'olivia@larkspur.example',
    title: 'Owner: holds everything',
    organization: LARKSPUR,
    roles: ['owner'],
    group: 'Run it',
  },
  {
    key: 'admin',
    name: 'Adam Reyes',
    email: 'adam@larkspur.example',
    title: 'Admin: all but ending or handing over the organization',
    organization: LARKSPUR,
    roles: ['admin'],
    group: 'Run it',
  },
  {
    key: 'editor',
    name: 'Edith Sorensen',
    email: 'edith@larkspur.example',
    title: 'Editor: writes and publishes',
    organization: LARKSPUR,
    roles: ['editor'],
    group: 'Work in it',
  },
  {
    key: 'viewer',
    name: 'Victor Amadi',
    email: 'victor@larkspur.example',
    title: 'Viewer: reads, changes nothing',
    organization: LARKSPUR,
    roles: ['viewer'],
    group: 'Work in it',
  },
  {
    key: 'billing',
    name: 'Bianca Conti',
    email: 'bianca@larkspur.example',
    title: 'Billing contact: the plan, and no content',
    organization: LARKSPUR,
    roles: ['billing'],
    group: 'Work in it',
  },
  {
    key: 'two-roles',
    name: 'Tomas Novak',
    email: 'tomas@larkspur.example',
    title: 'Editor and billing: the union of two roles',
    organization: LARKSPUR,
    roles: ['editor', 'billing'],
    group: 'Work in it',
  },
  {
    key: 'guest',
    name: 'Greta Lindqvist',
    email: 'greta@guest.example',
    title: 'Guest: a member without a role, who owns one document',
    organization: LARKSPUR,
    roles: [],
    group: 'Stand at its edge',
  },
  {
    key: 'suspended',
    name: 'Sven Okafor',
    email: 'sven@larkspur.example',
    title: 'Suspended: a membership that grants nothing',
    organization: LARKSPUR,
    roles: ['editor'],
    group: 'Stand at its edge',
  },
  {
    key: 'consultant',
    name: 'Carla Ionescu',
    email: 'carla@consulting.example',
    title: 'Consultant: viewer here, admin at Tidewater Books',
    organization: LARKSPUR,
    roles: ['viewer'],
    group: 'Stand at its edge',
  },
  {
    key: 'outsider',
    name: 'Otto Fischer',
    email: 'otto@outside.example',
    title: 'Outsider: an account without a membership',
    organization: '',
    roles: [],
    group: 'Stand at its edge',
  },
] as const satisfies readonly Persona[]

export type PersonaKey = (typeof PERSONAS)[number]['key']
