/** Every row of the table, by the id of its function. */
import { account } from './account.ts'
import { assignments } from './assignments.ts'
import { audit } from './audit.ts'
import { billing } from './billing.ts'
import { checks } from './checks.ts'
import { dashboard } from './dashboard.ts'
import { demo } from './demo.ts'
import { documents } from './documents.ts'
import { invitations } from './invitations.ts'
import { manyMembers } from './many-members.ts'
import { members } from './members.ts'
import { membership } from './membership.ts'
import { organizations } from './organizations.ts'
import { ownership } from './ownership.ts'
import { projects } from './projects.ts'
import { roleChanges } from './role-changes.ts'
import { roles } from './roles.ts'
import type { Rows } from './row.ts'

export const FUNCTION_ROWS: Rows = {
  ...account,
  ...assignments,
  ...audit,
  ...billing,
  ...checks,
  ...dashboard,
  ...demo,
  ...documents,
  ...invitations,
  ...manyMembers,
  ...members,
  ...membership,
  ...organizations,
  ...ownership,
  ...projects,
  ...roleChanges,
  ...roles,
}
