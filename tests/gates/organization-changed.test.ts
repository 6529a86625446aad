/** A page says which organization it was rendered for; a form never acts on another. */
import { beforeEach, describe, expect, test } from 'vitest'
import { ORGANIZATION_HEADER } from '~/middleware/organization-header'
import { newId } from '~/platform/ids'
import { FERNWAY, LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { type Caller, signIn } from '../support/caller'
import { digestOf } from '../support/digest'

const app = appForFile()
let carla: Caller // admin at Tidewater Books, viewer at Larkspur Labs

beforeEach(async () => {
  carla = await app.as('consultant')
  await carla.call('organizations.switchOrganization', { organizationId: TIDEWATER })
})

const renderedFor = (organizationId: string) => ({
  headers: { [ORGANIZATION_HEADER]: organizationId },
})

describe('attack 20: the organization is switched in one tab while another submits', () => {
  test('the form is refused, and nothing changes in either organization', async () => {
    await carla.call('organizations.switchOrganization', { organizationId: LARKSPUR })
    const before = await digestOf(app.database)
    const submitted = await carla.call(
      'projects.createProject',
      { name: 'Meant for Tidewater' },
      renderedFor(TIDEWATER),
    )
    expect([submitted.status, submitted.code]).toEqual([409, 'organization_changed'])
    expect(await digestOf(app.database)).toEqual(before)
  })

  test('the form is refused the other way round too, where it would be allowed', async () => {
    const before = await digestOf(app.database)
    const submitted = await carla.call(
      'projects.createProject',
      { name: 'Meant for Larkspur' },
      renderedFor(LARKSPUR),
    )
    expect(submitted.code).toBe('organization_changed')
    expect(await digestOf(app.database)).toEqual(before)
  })

  test('a page that is read for the wrong organization is refused', async () => {
    const read = await carla.call('projects.listProjects', undefined, renderedFor(LARKSPUR))
    expect(read.code).toBe('organization_changed')
  })

  test('the form acts where it was rendered for the active organization', async () => {
    const submitted = await carla.call(
      'projects.createProject',
      { name: 'Meant for Tidewater' },
      renderedFor(TIDEWATER),
    )
    const rows = await app.database.query('select org_id from projects where id = $1', [
      submitted.result.id,
    ])
    expect(rows).toEqual([{ org_id: TIDEWATER }])
  })

  test('the assertion selects nothing: naming an organization does not enter it', async () => {
    for (const organizationId of [FERNWAY, newId(), 'all', '']) {
      const read = await carla.call('projects.listProjects', undefined, renderedFor(organizationId))
      expect(read.code).toBe('organization_changed')
    }
  })
})

test("switching is to an organization of one's own; any other names nothing", async () => {
  const before = await digestOf(app.database)
  for (const organizationId of [FERNWAY, newId()]) {
    const answer = await carla.call('organizations.switchOrganization', { organizationId })
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  }
  const sven = await app.as('suspended')
  const answer = await sven.call('organizations.switchOrganization', { organizationId: LARKSPUR })
  expect(answer.code).toBe('not_found')
  const { result } = await carla.call('account.getViewer')
  expect(result.organization?.id).toBe(TIDEWATER)
  expect((await digestOf(app.database))['public.memberships']).toBe(before['public.memberships'])
})

test("each session works where it was switched to, whatever the person's other one does", async () => {
  const [here, there] = [await signIn(app, 'consultant'), await signIn(app, 'consultant')]
  await here.call('organizations.switchOrganization', { organizationId: LARKSPUR })
  await there.call('organizations.switchOrganization', { organizationId: TIDEWATER })
  const at = async (caller: Caller) =>
    (await caller.call('account.getViewer')).result.organization?.id
  expect([await at(here), await at(there)]).toEqual([LARKSPUR, TIDEWATER])
})
