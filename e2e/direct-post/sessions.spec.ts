/**
 * Case 3 and its kin: what a live cookie is worth once something behind it has ended. Every answer
 * comes from the database as it is at that request, so nothing outlives its end by a moment.
 */
import { ACCOUNTS, LARKSPUR } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { type Outcome, expectOutcome } from './outcome.ts'
import { countByTable, restoring } from './restoring.ts'
import { IN_AN_ORGANIZATION, sampleCall, subjectOf } from './subjects.ts'
import type { Target } from './target.ts'

const VIEWER = ACCOUNTS.viewer.userId

interface End {
  readonly title: string
  readonly sql: string
  readonly values: readonly string[]
  /** What the viewer gets for reading their account, and for the organization's projects. */
  readonly account: Outcome
  readonly projects: Outcome
}

const ENDS: readonly End[] = [
  {
    title: 'a session that was idle for too long (3)',
    sql: `update auth.session set expires_at = now() - interval '1 second' where user_id = $1`,
    values: [VIEWER],
    account: 'unauthenticated',
    projects: 'unauthenticated',
  },
  {
    title: 'a session older than any may become, however busy (3)',
    sql: `update auth.session set created_at = now() - interval '15 days' where user_id = $1`,
    values: [VIEWER],
    account: 'unauthenticated',
    projects: 'unauthenticated',
  },
  {
    title: 'a session that was ended elsewhere (3)',
    sql: 'delete from auth.session where user_id = $1',
    values: [VIEWER],
    account: 'unauthenticated',
    projects: 'unauthenticated',
  },
  {
    title: 'a membership that was suspended (34)',
    sql: `update public.memberships set status = 'suspended' where user_id = $1 and org_id = $2`,
    values: [VIEWER, LARKSPUR],
    account: 'ok',
    projects: 'no_membership',
  },
  {
    title: 'a membership that ended (34)',
    sql: 'delete from public.memberships where user_id = $1 and org_id = $2',
    values: [VIEWER, LARKSPUR],
    account: 'ok',
    projects: 'no_membership',
  },
  {
    title: 'a role that was taken away (34)',
    sql: `delete from public.member_roles mr using public.memberships m
      where m.org_id = mr.org_id and m.id = mr.membership_id and m.user_id = $1 and m.org_id = $2`,
    values: [VIEWER, LARKSPUR],
    account: 'ok',
    projects: 'forbidden',
  },
  {
    title: 'a permission that was taken from the role (34)',
    sql: `insert into public.role_overrides select org_id, id, 'projects:read', false
      from public.roles where org_id = $1 and key = $2`,
    values: [LARKSPUR, 'viewer'],
    account: 'ok',
    projects: 'forbidden',
  },
]

for (const { title, sql, values, account, projects } of ENDS) {
  test(`${title} is worth nothing at the next request`, async ({ target }) => {
    await restoring(target, async () => {
      expectOutcome(await ask(target, 'account.getViewer'), 'ok', 'account.getViewer before')
      expectOutcome(
        await ask(target, 'projects.listProjects'),
        'ok',
        'projects.listProjects before',
      )
      const { rowCount } = await target.db.query(sql, [...values])
      expect(rowCount, 'rows that ended').toBeGreaterThan(0)
      expectOutcome(await ask(target, 'account.getViewer'), account, `account.getViewer, ${title}`)
      const listed = await ask(target, 'projects.listProjects')
      expectOutcome(listed, projects, `projects.listProjects, ${title}`)
    })
  })
}

for (const subject of IN_AN_ORGANIZATION) {
  test(`${subject.id}: a session that works where its person is no member is refused (5)`, async ({
    target,
  }) => {
    const made = await restoring(target, async () => {
      await target.db.query(
        'update auth.session set active_organization_id = $1 where user_id = $2',
        [LARKSPUR, ACCOUNTS.outsider.userId],
      )
      const answer = await target.send(await sampleCall(subject, target, 'outsider'))
      expectOutcome(answer, 'no_membership', `${subject.id} as a former member`)
    })
    expect(countByTable(made)).toEqual({ 'auth.session': 2 })
  })
}

async function ask(target: Target, id: string) {
  return target.send(await sampleCall(subjectOf(id), target, 'viewer'))
}
