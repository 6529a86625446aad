/** Every table, key, policy, function and right of the migrated database, against short lists. */
import { describe, expect, test } from 'vitest'
import { databaseForFile } from '../support/database'
import { catalogueProblems } from './catalogue/problems'
import { tenantTables } from './catalogue/walls'

const database = databaseForFile()

test("every table is a walled tenant table, a library's, or global with a reason; every right is listed", async () => {
  expect(await catalogueProblems(database())).toEqual([])
})

test('the check did look at tenant tables', async () => {
  const tables = await tenantTables(database())
  expect(tables).toEqual(
    expect.arrayContaining(['memberships', 'projects', 'documents', 'audit_events']),
  )
})

describe('the check reports', () => {
  /** What somebody might do in a migration, and what the check says to it. */
  const breaches: readonly [what: string, sql: string, problem: string][] = [
    [
      'row level security that the owner escapes',
      'alter table projects no force row level security',
      'projects does not force row level security on its owner',
    ],
    [
      'row level security switched off',
      'alter table documents disable row level security',
      'documents has no row level security',
    ],
    [
      'a wall missing from the table of refusals',
      'alter table denials no force row level security',
      'denials does not force row level security on its owner',
    ],
    [
      'a new table that nobody thought about',
      'create table notes (id uuid primary key)',
      'notes is neither a tenant table nor listed as global',
    ],
    [
      'a table in a schema that nobody thought about',
      'create schema extra; create table extra.notes (id uuid primary key)',
      'table extra.notes is in a schema that nobody listed',
    ],
    [
      'a tenant that may be missing',
      'alter table projects drop constraint projects_org_id_id_pk cascade, alter org_id drop not null',
      'projects.org_id is not a uuid that must be there',
    ],
    [
      'a tenant column that is not the first',
      'create table notes (id uuid, org_id uuid not null, primary key (org_id, id))',
      'notes.org_id is not the first column',
    ],
    [
      'a primary key without the tenant',
      'create table notes (org_id uuid not null, id uuid primary key)',
      'the primary key of notes does not start with org_id',
    ],
    [
      'a second policy, which adds to the first',
      'create policy also on projects for select using (true)',
      'projects has 2 policies, not one',
    ],
    [
      'a policy that lets anything be written',
      'alter policy tenant_isolation on projects with check (true)',
      "the policy tenant_isolation of projects is not the tenant's wall",
    ],
    [
      'a policy on a table that has none',
      'create policy stray on permissions using (true)',
      'permissions has a policy stray and is no tenant table',
    ],
    [
      "a view that reads with its owner's rights",
      'create view all_projects as select * from projects',
      "the view all_projects reads with its owner's rights",
    ],
    [
      'a stored view, which has no policy',
      'create materialized view all_projects as select * from projects',
      'all_projects keeps or fetches rows where no policy holds',
    ],
    [
      'a foreign key without the tenant',
      `alter table projects add unique (id);
       alter table documents add constraint plain foreign key (project_id) references projects (id)`,
      'documents.plain points at projects without its org_id',
    ],
    [
      'a foreign key whose tenant is another column',
      `alter table projects add parent uuid references organizations (id)`,
      'projects.projects_parent_fkey points at organizations with something else than org_id',
    ],
    [
      'an index across tenants',
      'create unique index projects_by_title on projects (name)',
      'the index projects_by_title of projects does not start with org_id',
    ],
    [
      'a listed exception that is gone',
      'drop index memberships_by_user',
      'memberships_by_user is listed as an index across tenants and is none',
    ],
    [
      'a listed global table that is gone',
      'drop table denial_counts',
      'denial_counts is listed as global and does not exist',
    ],
    [
      "a new function with its owner's rights",
      `create function everybody() returns bigint language sql security definer
       set search_path = '' as 'select count(*) from public.memberships'`,
      'everybody() runs as postgres and is not on the list',
    ],
    [
      'a door function that anybody may call',
      'grant execute on function identity.organizations_of(uuid) to public',
      'identity.organizations_of(uuid) may be called by PUBLIC, gatehouse_app',
    ],
    [
      'a door function that finds tables where a caller says',
      'alter function identity.organizations_of(uuid) reset search_path',
      'identity.organizations_of(uuid) has no search_path of its own',
    ],
    [
      "a door function with the owner's rights",
      'alter function identity.organizations_of(uuid) owner to gatehouse_owner',
      'identity.organizations_of(uuid) runs as gatehouse_owner',
    ],
    [
      'a door function that is gone',
      'drop function identity.organizations_of(uuid)',
      'identity.organizations_of(uuid) is on the list and is not SECURITY DEFINER, or is gone',
    ],
    [
      'a door that also writes',
      'create policy writes on projects for update to gatehouse_identity using (true)',
      'gatehouse_identity holds projects: UPDATE, unlisted',
    ],
    [
      'a right of the door that nobody listed',
      'grant select on auth.account to gatehouse_identity',
      'gatehouse_identity holds auth.account SELECT, unlisted',
    ],
    [
      'a server login that may rewrite the trail',
      'grant update on audit_events to gatehouse_app',
      'gatehouse_app holds public.audit_events UPDATE, unlisted',
    ],
    [
      'a server login that may empty a table',
      'grant truncate on projects to public',
      'gatehouse_app holds public.projects TRUNCATE, unlisted',
    ],
    [
      'a right that the server needs and lacks',
      'revoke insert on projects from gatehouse_app',
      'gatehouse_app lacks public.projects INSERT, listed',
    ],
    [
      'a right on one column alone',
      'grant update (mac) on audit_events to gatehouse_app',
      'gatehouse_app holds public.audit_events.mac UPDATE, unlisted',
    ],
    [
      'a server login that may create tables',
      'grant create on schema public to gatehouse_app',
      'gatehouse_app may create things in schema public',
    ],
    [
      'a server login that owns a table',
      'create table permissions_2 (id int); alter table permissions_2 owner to gatehouse_app',
      'gatehouse_app owns permissions_2',
    ],
    [
      'a server login that is a superuser',
      'alter role gatehouse_app superuser',
      'gatehouse_app is a superuser',
    ],
    [
      'a server login that no policy binds',
      'alter role gatehouse_app bypassrls',
      'gatehouse_app has BYPASSRLS',
    ],
    [
      "a server login that can become the door's role",
      'grant gatehouse_identity to gatehouse_app',
      'gatehouse_app can become gatehouse_identity',
    ],
    [
      "a door's role that can log in",
      'alter role gatehouse_identity login',
      'gatehouse_identity can log in',
    ],
    [
      "a door's role that no policy binds",
      'alter role gatehouse_identity bypassrls',
      'gatehouse_identity has BYPASSRLS',
    ],
    [
      "an owner who holds the door's rights all the time",
      'grant gatehouse_identity to gatehouse_owner with inherit true',
      'gatehouse_owner holds the rights of gatehouse_identity',
    ],
  ]

  test.each(breaches)('%s', async (_what, sql, problem) => {
    // Undone at the end: definitions are transactional, the cluster's roles included.
    await database().query('begin')
    try {
      await database().query(sql)
      expect(await catalogueProblems(database())).toContain(problem)
    } finally {
      await database().query('rollback')
    }
  })
})
