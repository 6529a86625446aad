/**
 * Every page behind the sign-in, from the names of the route files: a page that somebody adds is
 * visited from its first day. Only names are read; the code under test cannot answer for itself.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/running/files.ts'
import { ACCOUNTS, LARKSPUR } from '../harness/people.ts'
import type { Site } from './site.ts'
import { ALPINE_SEED_BANK, FREEZER_INVENTORY, REVIEWER_ROLE } from './things.ts'

const FOLDER = join(projectFolder, 'src', 'routes', '_authed')

/** @returns their paths, with ids of Larkspur Labs */
export async function guardedPages(site: Site): Promise<string[]> {
  const { rows } = await site.db.query<{ id: string }>(
    'select id from memberships where org_id = $1 and user_id = $2',
    [LARKSPUR, ACCOUNTS.viewer.userId],
  )
  const ids: Readonly<Record<string, string | undefined>> = {
    $projectId: ALPINE_SEED_BANK,
    $documentId: FREEZER_INVENTORY,
    $memberId: rows[0]?.id,
    $roleId: REVIEWER_ROLE,
  }
  return pageFiles().map((file) => {
    const steps = file.split(/[/.]/).filter((step) => step !== 'index' && !step.startsWith('_'))
    return `/${steps.map((step) => (step.startsWith('$') ? idFor(step, ids) : step)).join('/')}`
  })
}

/** Files such as `_member.tsx` are frames with a folder of their own, and no pages. */
function pageFiles(): string[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx') && !/(^|\/)_[^/]*$/.test(file))
  if (files.length < 10) throw new Error(`${FOLDER} does not hold the pages any more`)
  return files.map((file) => file.slice(0, -'.tsx'.length)).toSorted()
}

function idFor(step: string, ids: Readonly<Record<string, string | undefined>>): string {
  const id = ids[step]
  if (id === undefined) throw new Error(`there is no id for ${step}: add one to guarded-pages.ts`)
  return id
}
