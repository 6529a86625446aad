/**
 * Makes people, organizations and their things, through the same doors and the same functions as
 * the product. The seed and the tests use these; nothing else writes fixtures.
 */
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Permission, PlanKey } from '~/authz'
import { type Change, openTrail } from '~/audit/record'
import { getPool } from '~/db/client'
import { memberRoles } from '~/db/schema/access'
import { account, user } from '~/db/schema/auth'
import { documents } from '~/db/schema/documents'
import { memberships, organizations } from '~/db/schema/organizations'
import { invitations } from '~/db/schema/invitations'
import { projects } from '~/db/schema/projects'
import { type TenantDb, withTenant } from '~/db/tenant-door'
import { applyEvent } from '~/features/billing/invoices.server'
import { localProvider } from '~/features/billing/provider.server'
import { foundOrganization } from '~/features/organizations/founding.server'
import { cloneTemplate, type NewRole, storePermissions } from '~/features/roles/role-store.server'
import { newId } from '~/platform/ids'

export interface NewPerson {
  readonly id?: string
  readonly name: string
  readonly email: string
  /** From better-auth/crypto's hashPassword; people of one seed share one. */
  readonly passwordHash: string
}

/** An account with a password, unless its address has one. @returns the person's id */
export async function createPerson(person: NewPerson): Promise<string> {
  const { id = newId(), name, email, passwordHash } = person
  await drizzle({ client: getPool() }).transaction(async (tx) => {
    const made = await tx
      .insert(user)
      .values({ id, name, email, emailVerified: true })
      .onConflictDoNothing()
      .returning({ id: user.id })
    if (made.length === 0) return
    await tx.insert(account).values({
      id: newId(),
      accountId: id,
      userId: id,
      providerId: 'credential',
      password: passwordHash,
    })
  })
  return id
}

export interface NewOrganization {
  readonly id?: string
  readonly name: string
  readonly plan?: PlanKey
  readonly ownerId: string
  readonly ownerTitle?: string
  readonly createdAt?: Date
}

export interface MadeOrganization {
  readonly id: string
  readonly name: string
  /** Role ids by key. */
  readonly roles: ReadonlyMap<string, string>
}

/**
 * An organization with the template roles and its owner.
 *
 * @param fill what else belongs to it, in the same transaction: all of it exists, or none
 */
export async function createOrganization(
  input: NewOrganization,
  fill?: (db: TenantDb, organization: MadeOrganization) => Promise<void>,
): Promise<MadeOrganization> {
  const { id = newId(), name, plan = 'free' } = input
  return withTenant(id, 'write', async (db) => {
    const roles = await foundOrganization(db, { ...input, id, plan })
    await seedTrail(db, id, { id: input.ownerId, name: 'The founder' }, input.createdAt).record({
      target: { type: 'organization', id, name },
      after: { name, plan },
    })
    const organization = { id, name, roles }
    await fill?.(db, organization)
    return organization
  })
}

export interface NewMember {
  readonly userId: string
  /** Role keys; none is a member without any role. */
  readonly roles: readonly string[]
  readonly title?: string
  readonly status?: 'active' | 'suspended'
  readonly createdAt?: Date
}

/** A membership with its roles. @returns the membership's id */
export async function addMember(
  db: TenantDb,
  organization: MadeOrganization,
  member: NewMember,
): Promise<string> {
  const id = newId()
  const { userId, title, status, createdAt } = member
  const orgId = organization.id
  await db.insert(memberships).values({ orgId, id, userId, title, status, createdAt })
  const held = member.roles.map((key) => {
    const roleId = organization.roles.get(key)
    if (roleId === undefined) throw new Error(`there is no role ${key}`)
    return { orgId, membershipId: id, roleId }
  })
  if (held.length > 0) await db.insert(memberRoles).values(held)
  return id
}

export interface NewOwnRole extends NewRole {
  readonly id: string
  readonly permissions: readonly Permission[]
}

/** A role of the organization's own: a clone of a template that grants exactly these. */
export async function addRole(db: TenantDb, orgId: string, input: NewOwnRole): Promise<void> {
  const id = await cloneTemplate(db, orgId, input)
  await storePermissions(db, { orgId, id, templateKey: input.template }, input.permissions)
}

export interface NewProject {
  readonly id?: string
  readonly name: string
  readonly description?: string
  readonly status?: 'active' | 'archived'
  readonly createdAt?: Date
}

/** @returns the project's id */
export async function addProject(db: TenantDb, orgId: string, input: NewProject): Promise<string> {
  const { id = newId(), createdAt, ...rest } = input
  await db.insert(projects).values({ orgId, id, createdAt, updatedAt: createdAt, ...rest })
  return id
}

export interface NewDocument {
  readonly id?: string
  readonly projectId: string
  readonly title: string
  readonly body?: string
  readonly status?: 'draft' | 'published' | 'archived'
  readonly ownerId?: string
  readonly createdAt?: Date
  readonly updatedAt?: Date
}

/** @returns the document's id */
export async function addDocument(
  db: TenantDb,
  orgId: string,
  input: NewDocument,
): Promise<string> {
  const { id = newId(), updatedAt = input.createdAt, ...rest } = input
  const publishedAt = input.status === 'published' ? updatedAt : undefined
  const updatedBy = input.ownerId
  await db.insert(documents).values({ orgId, id, updatedAt, updatedBy, publishedAt, ...rest })
  return id
}

/** An invitation that is open for a week. Its token was never sent: a person can only be resent one. */
export async function addInvitation(
  db: TenantDb,
  organization: MadeOrganization,
  input: { readonly email: string; readonly role: string; readonly inviterId: string },
): Promise<void> {
  const roleId = organization.roles.get(input.role)
  if (roleId === undefined) throw new Error(`there is no role ${input.role}`)
  const { email, inviterId } = input
  const sentAt = new Date(Date.now() - DAY_MS)
  await db.insert(invitations).values({
    orgId: organization.id,
    id: newId(),
    email,
    roleId,
    tokenHash: randomBytes(32).toString('hex'),
    inviterId,
    sentAt,
    createdAt: sentAt,
    expiresAt: new Date(sentAt.getTime() + 7 * DAY_MS),
  })
}

/** As if so many documents had been made in this month, and deleted. */
export async function addDeletedDocuments(db: TenantDb, orgId: string, count: number) {
  await db.execute(sql`
    insert into document_months as counted (org_id, month, created)
    values (${orgId}, date_trunc('month', now() at time zone 'UTC')::date, ${count})
    on conflict (org_id, month) do update set created = counted.created + excluded.created`)
}

/** What the built-in provider would have billed on a day of the past. */
export async function addInvoice(
  db: TenantDb,
  orgId: string,
  { plan, issuedAt }: { readonly plan: PlanKey; readonly issuedAt: Date },
): Promise<void> {
  const event = await localProvider.settle({ orgId, from: plan, to: plan, at: issuedAt })
  await applyEvent(db, orgId, event)
}

const DAY_MS = 86_400_000

/** One event of an organization's past. */
export async function addHistory(
  db: TenantDb,
  orgId: string,
  event: {
    readonly at: Date
    readonly actor: { readonly id: string; readonly name: string }
    readonly action: string
    readonly change: Change
  },
): Promise<void> {
  await seedTrail(db, orgId, event.actor, event.at, event.action).record(event.change)
}

/** @returns whether an organization of this id exists. */
export async function organizationExists(orgId: string): Promise<boolean> {
  return withTenant(orgId, 'read', async (db) => {
    const rows = await db
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.id, orgId))
    return rows.length > 0
  })
}

function seedTrail(
  db: TenantDb,
  orgId: string,
  actor: { id: string; name: string },
  at: Date | undefined,
  action = 'organizations.createOrganization',
) {
  const author = { orgId, actorId: actor.id, actorName: actor.name, action }
  return openTrail(db, author, at === undefined ? undefined : () => at)
}
