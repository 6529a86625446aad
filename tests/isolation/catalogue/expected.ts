/**
 * What the database may hold besides tenant tables, by name and with the reason. A table, a
 * function, an index or a right that is not here fails the catalogue test, and so does an entry
 * here that nothing in the database answers to any more.
 */

/** The tenant itself: its own id is what `org_id` is elsewhere. */
export const TENANT_ROOT = 'organizations'

/** What libraries keep. Nothing of ours goes there, so nothing there is checked for a wall. */
export const LIBRARY_SCHEMAS: Readonly<Record<string, string>> = {
  auth: 'Better Auth: accounts and sessions, which exist before any organization',
  platform: 'rate limits, counted before anybody is known',
  pgboss: 'pg-boss: jobs that wait; what they hold of people is sealed',
  drizzle: 'the list of migrations that have been applied',
}

/** Tables of ours without a tenant. */
export const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  permissions: 'the registry: the same for all, written by migrations alone',
  role_templates: 'the same for all, written by migrations alone',
  role_template_permissions: 'the same for all, written by migrations alone',
  denials: 'a refusal may have no organization; read through a wall, written by the identity door',
  denial_counts:
    'refusals per caller and minute, which no person reads; for the identity door alone',
  account_events: 'what people do to their own accounts, which belong to no organization',
}

/** Global tables of which an organization sees its own rows: they have a wall for reading. */
export const GLOBAL_TABLES_WITH_A_WALL: readonly string[] = ['denials']

/** Indexes of tenant tables that do not start with org_id. */
export const INDEXES_ACROSS_TENANTS: Readonly<Record<string, string>> = {
  invitations_open_by_email: 'the identity door tells people who has invited their own address',
  invitations_by_token: 'the identity door finds an invitation by its token',
  memberships_by_user: 'the identity door asks which organizations a person is in',
}

/** The identity door: every function that runs with more rights than its caller, and who may call it. */
export const DEFINER_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  'identity.resolve_session(text,interval)': ['gatehouse_app'],
  'identity.find_invitation(text)': ['gatehouse_app'],
  'identity.invitations_of(uuid)': ['gatehouse_app'],
  'identity.organizations_of(uuid)': ['gatehouse_app'],
  'identity.record_denial(uuid,text,uuid,uuid,text,text,text,text)': ['gatehouse_app'],
  'identity.count_denials(timestamp with time zone[],text[],text[],integer[])': ['gatehouse_app'],
  // It takes no argument: what it deletes is as old as it says itself.
  'identity.delete_expired_records()': ['gatehouse_app'],
  // A trigger's function: fired by the tables it guards, called by nobody.
  'identity.keep_an_owner()': [],
}

type Rights = Readonly<Record<string, string>>

const ALL_ROWS = 'SELECT INSERT UPDATE DELETE'

/** All that the server's login may do to a table. */
export const APP_RIGHTS: Rights = {
  'public.organizations': ALL_ROWS,
  // Some columns may be changed, never whose membership it is or which role is the owner's.
  'public.memberships': 'SELECT INSERT DELETE',
  'public.roles': 'SELECT INSERT DELETE',
  // Whom one is for, and into what, is never rewritten.
  'public.invitations': 'SELECT INSERT DELETE',
  // Made and ended, never rewritten: who offers what to whom stays as both were told.
  'public.ownership_offers': 'SELECT INSERT DELETE',
  'public.projects': ALL_ROWS,
  'public.documents': ALL_ROWS,
  // Written once.
  'public.invoices': 'SELECT INSERT',
  // Counted up by the trigger on documents, with the rights of who inserts.
  'public.document_months': 'SELECT INSERT',
  // Given and taken, never rewritten: an UPDATE would slip past the triggers.
  'public.member_roles': 'SELECT INSERT DELETE',
  'public.role_overrides': 'SELECT INSERT DELETE',
  // Written once.
  'public.audit_events': 'SELECT INSERT',
  'public.audit_heads': 'SELECT INSERT UPDATE',
  'public.account_events': 'SELECT INSERT',
  'public.denials': 'SELECT',
  'public.permissions': 'SELECT',
  'public.role_templates': 'SELECT',
  'public.role_template_permissions': 'SELECT',
  'public.member_profiles': 'SELECT',
  // What each role grants now: a view of its template and its overrides.
  'public.role_permissions': 'SELECT',
  'auth.user': ALL_ROWS,
  'auth.session': ALL_ROWS,
  'auth.account': ALL_ROWS,
  'auth.verification': ALL_ROWS,
  // Deleted by the identity door, once they have expired.
  'platform.rate_limits': 'SELECT INSERT UPDATE',
  'drizzle.__drizzle_migrations': 'SELECT',
  // What enqueueing, working off and tidying up take; the tables are the owner's.
  'pgboss.job': ALL_ROWS,
  'pgboss.job_common': ALL_ROWS,
  'pgboss.queue': 'SELECT UPDATE',
  'pgboss.version': 'SELECT UPDATE',
  'pgboss.job_dependency': 'SELECT DELETE',
  'pgboss.instance': 'SELECT UPDATE DELETE',
  'pgboss.bam': 'SELECT',
  'pgboss.warning': 'SELECT INSERT DELETE',
}

/** What the server's login may do to single columns, beyond that. */
export const APP_COLUMNS: readonly string[] = [
  'public.document_months.created UPDATE',
  'public.invitations.expires_at UPDATE',
  'public.invitations.inviter_id UPDATE',
  'public.invitations.role_id UPDATE',
  'public.invitations.sends UPDATE',
  'public.invitations.sent_at UPDATE',
  'public.invitations.status UPDATE',
  'public.invitations.token_hash UPDATE',
  'public.invitations.undelivered_at UPDATE',
  'public.memberships.access_version UPDATE',
  'public.memberships.is_billing_contact UPDATE',
  'public.memberships.status UPDATE',
  'public.memberships.title UPDATE',
  'public.memberships.updated_at UPDATE',
  // Not its key, which is for good, nor whether it is the owner's.
  'public.roles.description UPDATE',
  'public.roles.is_default UPDATE',
  'public.roles.may_differ UPDATE',
  'public.roles.name UPDATE',
  'public.roles.template_key UPDATE',
  'public.roles.updated_at UPDATE',
  'public.roles.version UPDATE',
]

/** All that the identity door may do to a table, its policies permitting. */
export const IDENTITY_RIGHTS: Rights = {
  'public.organizations': 'SELECT',
  'public.invitations': 'SELECT',
  'public.memberships': 'SELECT',
  'public.roles': 'SELECT',
  'public.role_overrides': 'SELECT',
  'public.role_permissions': 'SELECT',
  'public.role_templates': 'SELECT',
  'public.role_template_permissions': 'SELECT',
  'public.member_roles': 'SELECT',
  // Read and deleted when expired: see its policies.
  'public.denials': 'SELECT INSERT DELETE',
  'public.denial_counts': 'SELECT INSERT UPDATE DELETE',
  'platform.rate_limits': 'SELECT DELETE',
  // Deleted when expired, and accounts that nobody confirmed within a week.
  'auth.session': 'SELECT DELETE',
  'auth.user': 'SELECT DELETE',
  'auth.verification': 'SELECT DELETE',
  // Deleted when older than 400 days.
  'public.account_events': 'SELECT DELETE',
}

/** The identity door's policies: `table: command`. Reading, and refusals: on record, and expired. */
export const IDENTITY_POLICIES: readonly string[] = [
  'denials: DELETE',
  'denials: INSERT',
  'denials: SELECT',
  'invitations: SELECT',
  'member_roles: SELECT',
  'memberships: SELECT',
  'organizations: SELECT',
  'role_overrides: SELECT',
  'roles: SELECT',
]
