/** The list of projects: what it says of each, against the rows themselves. */
import { expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { giveOnly } from '../support/own-role'

const app = appForFile()

test('each project is listed with the number of its own documents', async () => {
  const olivia = await app.as('owner')
  const { rows } = (await olivia.call('projects.listProjects', {})).result
  const counted = await app.database.query<{ id: string; documents: number }>(
    `select p.id, count(d.id)::int as documents from projects p
     left join documents d on d.org_id = p.org_id and d.project_id = p.id
     where p.org_id = $1 group by p.id`,
    [LARKSPUR],
  )
  const expected = new Map(counted.map(({ id, documents }) => [id, documents]))
  expect(new Map(rows.map(({ id, documents }) => [id, documents]))).toEqual(expected)
  expect(Math.max(...expected.values())).toBeGreaterThan(0)
})

test('how many documents a project holds is said to nobody who may not read them', async () => {
  await giveOnly(app, 'consultant', ['projects:read'])
  const carla = await app.as('consultant')
  const { rows } = (await carla.call('projects.listProjects', {})).result
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map(({ documents }) => documents))).toEqual(new Set([null]))
})
