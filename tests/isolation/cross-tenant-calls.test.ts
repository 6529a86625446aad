/** One organization's ids, cursors and counts, used by somebody who works in another. */
import { beforeAll, describe, expect, test } from 'vitest'
import { FERNWAY, LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'

const app = appForFile({ DATABASE_POOL_SIZE: '3' })
let ines: Caller // owns Tidewater Books, which has a longer audit log than Fernway Rail
let ruth: Caller // owns Fernway Rail

beforeAll(async () => {
  ines = await app.as('ines@tidewater.example')
  ruth = await app.as('ruth@fernway.example')
})

const rowsOf = async (table: string, orgId: string, only = 'true'): Promise<number> => {
  const [row] = await app.database.query<{ rows: number }>(
    `select count(*)::int as rows from ${table} where org_id = $1 and ${only}`,
    [orgId],
  )
  return row?.rows ?? 0
}

const documentsOfThisMonth = async (orgId: string): Promise<number> => {
  const [row] = await app.database.query<{ created: number }>(
    `select created from document_months where org_id = $1
       and month = date_trunc('month', now() at time zone 'UTC')::date`,
    [orgId],
  )
  return row?.created ?? 0
}

describe('attack 19: in another organization', () => {
  test("a page's cursor leads to the own log alone", async () => {
    const first = await ines.call('audit.listAuditEvents', {})
    const cursor = first.result.next ?? 0
    expect(cursor).toBeGreaterThan(0)
    const page = await ruth.call('audit.listAuditEvents', { before: cursor })
    expect(page.result.events.length).toBeGreaterThan(0)
    expect(new Set(page.result.events.map(({ orgId }) => orgId))).toEqual(new Set([FERNWAY]))
  })

  test('counts are of the own rows', async () => {
    const { result } = await ruth.call('dashboard.getDashboard')
    expect(result).toMatchObject({
      projects: await rowsOf('projects', FERNWAY),
      documents: await rowsOf('documents', FERNWAY),
      members: await rowsOf('memberships', FERNWAY),
    })
    const billing = await ruth.call('billing.getBilling')
    expect(billing.result.usage.map(({ used }) => used)).toEqual([
      // Open invitations keep a seat.
      (await rowsOf('memberships', FERNWAY)) + (await rowsOf('invitations', FERNWAY)),
      await rowsOf('projects', FERNWAY),
      await documentsOfThisMonth(FERNWAY),
      await rowsOf('roles', FERNWAY, 'is_custom'),
    ])
    expect(billing.result.invoices).toHaveLength(await rowsOf('invoices', FERNWAY))
  })

  test('an export holds the own log alone', async () => {
    const olivia = await app.as('owner')
    const response = await olivia.request('/api/audit-export')
    expect(response.status).toBe(200)
    const lines = (await response.text()).trimEnd().split('\n')
    expect(lines).toHaveLength(await rowsOf('audit_events', LARKSPUR))
    for (const line of lines) expect(line).toContain(LARKSPUR)
    for (const line of lines) expect(line).not.toContain(TIDEWATER)
  })

  test('an export is refused where the plan does not include it, whatever organization is named', async () => {
    const response = await ruth.request(`/api/audit-export?organizationId=${LARKSPUR}`)
    expect(response.status).toBe(402)
    expect(await response.text()).not.toContain(LARKSPUR)
  })

  test('people are listed who belong to it, and nobody else', async () => {
    const { result } = await ruth.call('members.listMembers')
    expect(result.rows.map(({ orgId }) => orgId)).toEqual(result.rows.map(() => FERNWAY))
    expect(result.rows).toHaveLength(await rowsOf('memberships', FERNWAY))
  })
})

test('attack 17: forty calls of two people, interleaved on three connections, answer each their own', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, async (_, turn) => {
      const orgId = turn % 2 === 0 ? TIDEWATER : FERNWAY
      const caller = turn % 2 === 0 ? ines : ruth
      const { result } = await caller.call('projects.listProjects')
      return { orgId, projects: result.rows }
    }),
  )
  for (const { orgId, projects } of answers) {
    expect(projects).toHaveLength(await rowsOf('projects', orgId))
    expect(projects.every((project) => project.orgId === orgId)).toBe(true)
  }
})
