/** The three organizations, each with its people, projects, documents and 90 days of history. */
import type { PlanKey } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'
import { type CastMember, COLLEAGUES, FERNWAY, fixedId, LARKSPUR, persona, TIDEWATER } from './cast'
import {
  addDeletedDocuments,
  addDocument,
  addHistory,
  addInvitation,
  addInvoice,
  addMember,
  addProject,
  addRole,
  createOrganization,
  type MadeOrganization,
  organizationExists,
} from './factories'
import { daysBefore } from './days'
import {
  bodyFor,
  FERNWAY_PROJECTS,
  LARKSPUR_PROJECTS,
  type ProjectPlot,
  TIDEWATER_PROJECTS,
} from './prose'

interface Seat {
  readonly who: CastMember
  readonly roles: readonly string[]
  readonly title: string
  readonly status?: 'suspended'
}

interface Script {
  /** Who has been invited and has not come yet. */
  readonly invited: string
  readonly id: string
  readonly name: string
  readonly plan: PlanKey
  readonly owner: Seat
  readonly seats: readonly Seat[]
  readonly plots: readonly ProjectPlot[]
  /** How many of the projects, the newest, are more than today's plan covers. */
  readonly beyondPlan?: number
  /** The plans of the last months, the oldest first; the last is today's. */
  readonly billed: readonly PlanKey[]
  /** Documents made in this month and deleted since: they count. */
  readonly deletedThisMonth: number
  /** Who writes; documents are dealt out among them. */
  readonly writers: readonly CastMember[]
}

const seat = (who: CastMember, title: string, ...roles: string[]): Seat => ({ who, roles, title })

const SCRIPTS: readonly Script[] = [
  {
    id: LARKSPUR,
    name: 'Larkspur Labs',
    invited: 'mira@larkspur.example',
    plan: 'enterprise',
    owner: seat(persona('owner'), 'Director', 'owner'),
    seats: [
      seat(persona('admin'), 'Head of Operations', 'admin'),
      seat(persona('editor'), 'Senior Editor', 'editor'),
      seat(persona('viewer'), 'Research Fellow', 'viewer'),
      seat(persona('billing'), 'Accounts', 'billing'),
      seat(persona('two-roles'), 'Editor and Treasurer', 'editor', 'billing'),
      seat(persona('guest'), 'Guest author'),
      { ...seat(persona('suspended'), 'On leave', 'editor'), status: 'suspended' },
      seat(persona('consultant'), 'External adviser', 'viewer'),
      seat(COLLEAGUES.amira, 'Botanist', 'editor'),
      seat(COLLEAGUES.henrik, 'Botanist', 'editor'),
      seat(COLLEAGUES.joy, 'Outreach', 'editor'),
      seat(COLLEAGUES.leon, 'Site Manager', 'viewer'),
      seat(COLLEAGUES.priya, 'Data Steward', 'admin'),
      seat(COLLEAGUES.samuel, 'Trustee', 'viewer'),
    ],
    plots: LARKSPUR_PROJECTS,
    billed: ['pro', 'enterprise', 'enterprise'],
    deletedThisMonth: 9,
    writers: [
      persona('editor'),
      COLLEAGUES.amira,
      COLLEAGUES.henrik,
      COLLEAGUES.joy,
      persona('admin'),
    ],
  },
  {
    id: TIDEWATER,
    name: 'Tidewater Books',
    invited: 'sol@tidewater.example',
    plan: 'pro',
    owner: seat(COLLEAGUES.ines, 'Publisher', 'owner'),
    seats: [
      seat(COLLEAGUES.noor, 'Managing Editor', 'admin'),
      seat(persona('consultant'), 'Interim Operations', 'admin'),
      seat(COLLEAGUES.jonas, 'Production', 'editor'),
      seat(COLLEAGUES.maeve, 'Rights', 'editor'),
      seat(COLLEAGUES.pavel, 'Sales', 'viewer'),
    ],
    plots: TIDEWATER_PROJECTS,
    billed: ['pro', 'pro', 'pro'],
    // Close to the plan's limit.
    deletedThisMonth: 452,
    writers: [COLLEAGUES.jonas, COLLEAGUES.maeve, COLLEAGUES.noor],
  },
  {
    id: FERNWAY,
    name: 'Fernway Rail',
    invited: 'wren@fernway.example',
    plan: 'free',
    owner: seat(COLLEAGUES.ruth, 'Route Director', 'owner'),
    seats: [
      seat(COLLEAGUES.kenji, 'Timetabling', 'editor'),
      seat(COLLEAGUES.lucia, 'Stations', 'editor'),
      seat(COLLEAGUES.dan, 'Customer Panel', 'viewer'),
    ],
    plots: FERNWAY_PROJECTS,
    // Left Pro: the newest project, and the role of its own, are read-only.
    billed: ['pro', 'pro', 'free'],
    beyondPlan: 1,
    deletedThisMonth: 8,
    writers: [COLLEAGUES.kenji, COLLEAGUES.lucia],
  },
]

const DAYS = 90

/**
 * Makes the organizations that aren't there yet, each in one transaction.
 *
 * @param today the day that the history ends on
 * @returns how many were made
 */
export async function seedOrganizations(today: Date): Promise<number> {
  let made = 0
  for (const [index, script] of SCRIPTS.entries()) {
    if (await organizationExists(script.id)) continue
    await play(script, index, today)
    made += 1
  }
  return made
}

async function play(script: Script, index: number, today: Date): Promise<void> {
  const { id, name, plan, owner } = script
  const founding = { id, name, plan, ownerId: owner.who.id, ownerTitle: owner.title }
  await createOrganization(
    { ...founding, createdAt: daysBefore(today, DAYS + 1) },
    (db, organization) => fill(db, organization, script, index, today),
  )
}

async function fill(
  db: TenantDb,
  organization: MadeOrganization,
  script: Script,
  index: number,
  today: Date,
): Promise<void> {
  for (const { who, roles, title, status } of script.seats) {
    const createdAt = daysBefore(today, DAYS)
    await addMember(db, organization, { userId: who.id, roles, title, status, createdAt })
  }
  const inviterId = script.owner.who.id
  await addInvitation(db, organization, { email: script.invited, role: 'viewer', inviterId })
  await addRole(db, script.id, {
    id: fixedId(30, index + 1),
    key: 'reviewer',
    name: 'Reviewer',
    description: 'Reads, publishes what others wrote, and sees no bill.',
    template: 'viewer',
    permissions: [
      'content:read',
      'content:publish',
      'projects:read',
      'users:read',
      'org:roles:read',
      'org:assignments:read',
      'org:settings:read',
    ],
  })
  const events: Event[] = []
  let made = 0
  for (const [place, plot] of script.plots.entries()) {
    const createdAt = daysBefore(today, DAYS - place * 6)
    const projectId = fixedId(10 + index, place + 1)
    const covered = script.plots.length - (script.beyondPlan ?? 0)
    const status = place === covered - 1 ? 'archived' : 'active'
    const { name, description } = plot
    await addProject(db, script.id, { id: projectId, name, description, status, createdAt })
    events.push({
      at: createdAt,
      actor: script.owner.who,
      action: 'projects.createProject',
      type: 'project',
      id: projectId,
      name,
      after: { name },
    })
    for (const title of plot.documents) {
      made += 1
      const draft = dealDocument(script, made, title, plot, today)
      const documentId = fixedId(20 + index, made)
      await addDocument(db, script.id, { id: documentId, projectId, ...draft })
      events.push(...historyOf(documentId, draft))
    }
  }
  await writeHistory(db, script.id, events)
  await addDeletedDocuments(db, script.id, script.deletedThisMonth)
  for (const [place, plan] of script.billed.entries()) {
    const issuedAt = daysBefore(today, 30 * (script.billed.length - place) - 10)
    await addInvoice(db, script.id, { plan, issuedAt })
  }
}

interface Draft {
  readonly title: string
  readonly body: string
  readonly status: 'draft' | 'published' | 'archived'
  readonly ownerId: string
  readonly owner: CastMember
  readonly createdAt: Date
  readonly updatedAt: Date
}

interface Event {
  readonly at: Date
  readonly actor: CastMember
  readonly action: string
  readonly type: string
  readonly id: string
  readonly name: string
  readonly before?: Facts
  readonly after?: Facts
}

type Facts = Readonly<Record<string, string | number>>

/** Deals documents out evenly among writers, states and days, without chance: every seed is alike. */
function dealDocument(
  script: Script,
  made: number,
  title: string,
  plot: ProjectPlot,
  today: Date,
): Draft {
  // The guest owns one document and holds no role: ownership is all they have.
  const guest = script.id === LARKSPUR && made === 3 ? persona('guest') : undefined
  const owner = guest ?? script.writers[made % script.writers.length] ?? script.owner.who
  const age = (made * 37) % (DAYS - 5)
  const statuses = ['published', 'draft', 'published', 'draft', 'published', 'archived'] as const
  return {
    title,
    body: bodyFor(title, plot.name, made),
    status: guest === undefined ? (statuses[made % statuses.length] ?? 'draft') : 'draft',
    owner,
    ownerId: owner.id,
    createdAt: daysBefore(today, age + 4),
    updatedAt: daysBefore(today, age),
  }
}

/** The same facts as the product records for these calls. */
function historyOf(id: string, draft: Draft): Event[] {
  const { title, body, status, owner, createdAt, updatedAt } = draft
  const base = { type: 'document', id, name: title, actor: owner }
  const characters = body.length
  const written = {
    at: createdAt,
    action: 'documents.createDocument',
    after: { title, characters },
  }
  return [
    { ...base, ...written },
    { ...base, at: updatedAt, ...changeTo(status, characters) },
  ]
}

function changeTo(
  status: Draft['status'],
  characters: number,
): Pick<Event, 'action' | 'before' | 'after'> {
  if (status === 'draft') {
    const before = { characters: Math.round(characters * 0.7) }
    return { action: 'documents.updateDocument', before, after: { characters } }
  }
  const action = status === 'published' ? 'documents.publishDocument' : 'documents.archiveDocument'
  return { action, before: { status: 'draft' }, after: { status } }
}

async function writeHistory(db: TenantDb, orgId: string, events: readonly Event[]): Promise<void> {
  const ordered = events.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, actor, action, type, id, name, before, after } of ordered) {
    const change = { target: { type, id, name }, before, after }
    await addHistory(db, orgId, { at, actor, action, change })
  }
}
