/**
 * The demo's people. Each shows one thing about authorization; all share one password, which is
 * printed in the README, and exist only in seeded databases.
 */

export const DEMO_PASSWORD = 'gatehouse-demo-2026'

export interface Persona {
  readonly key: string
  readonly name: string
  readonly email: string
  /** What this person is there to show. */
  readonly title: string
  /** Where they start. */
  readonly organization: string
}

const LARKSPUR = 'Larkspur Labs'

export const PERSONAS = [
  {
    key: 'owner',
    name: 'Olivia Brandt',
    email: 'olivia@larkspur.example',
    title: 'Owner: holds everything',
    organization: LARKSPUR,
  },
  {
    key: 'admin',
    name: 'Adam Reyes',
    email: 'adam@larkspur.example',
    title: 'Admin: all but ending or handing over the organization',
    organization: LARKSPUR,
  },
  {
    key: 'editor',
    name: 'Edith Sorensen',
    email: 'edith@larkspur.example',
    title: 'Editor: writes and publishes',
    organization: LARKSPUR,
  },
  {
    key: 'viewer',
    name: 'Victor Amadi',
    email: 'victor@larkspur.example',
    title: 'Viewer: reads, changes nothing',
    organization: LARKSPUR,
  },
  {
    key: 'billing',
    name: 'Bianca Conti',
    email: 'bianca@larkspur.example',
    title: 'Billing contact: the plan, and no content',
    organization: LARKSPUR,
  },
  {
    key: 'two-roles',
    name: 'Tomas Novak',
    email: 'tomas@larkspur.example',
    title: 'Editor and billing: the union of two roles',
    organization: LARKSPUR,
  },
  {
    key: 'guest',
    name: 'Greta Lindqvist',
    email: 'greta@guest.example',
    title: 'Guest: a member without a role, who owns one document',
    organization: LARKSPUR,
  },
  {
    key: 'suspended',
    name: 'Sven Okafor',
    email: 'sven@larkspur.example',
    title: 'Suspended: a membership that grants nothing',
    organization: LARKSPUR,
  },
  {
    key: 'consultant',
    name: 'Carla Ionescu',
    email: 'carla@consulting.example',
    title: 'Consultant: viewer here, admin at Tidewater Books',
    organization: LARKSPUR,
  },
  {
    key: 'outsider',
    name: 'Otto Fischer',
    email: 'otto@outside.example',
    title: 'Outsider: an account without a membership',
    organization: '',
  },
] as const satisfies readonly Persona[]

export type PersonaKey = (typeof PERSONAS)[number]['key']
