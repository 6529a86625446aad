/** What a new migration has to say for the database to hold the registry that the code holds. */
import { ALL_PERMISSIONS, PERMISSIONS, ROLE_KEYS, ROLE_TEMPLATES } from '~/authz'
import type { Database } from '../support/database'

/** @returns the statements to put in a new migration; none when the two are alike. */
export async function missingStatements(database: Pick<Database, 'query'>): Promise<string[]> {
  return [
    ...(await permissionStatements(database)),
    ...(await templateStatements(database)),
    ...(await grantStatements(database)),
    ...(await retiredStatements(database)),
  ]
}

async function permissionStatements({ query }: Pick<Database, 'query'>): Promise<string[]> {
  const rows = await query<{ key: string; description: string }>('select * from permissions')
  const known = new Map(rows.map(({ key, description }) => [key, description]))
  return ALL_PERMISSIONS.flatMap((key) => {
    const { description } = PERMISSIONS[key]
    if (known.get(key) === description) return []
    return known.has(key)
      ? [`UPDATE permissions SET description = ${quoted(description)} WHERE key = ${quoted(key)};`]
      : [`INSERT INTO permissions (key, description) VALUES (${list([key, description])});`]
  })
}

async function templateStatements({ query }: Pick<Database, 'query'>): Promise<string[]> {
  const rows = await query<{ key: string; name: string; description: string }>(
    'select * from role_templates',
  )
  const retired = rows
    .filter(({ key }) => !Object.hasOwn(ROLE_TEMPLATES, key))
    .map(({ key }) => `DELETE FROM role_templates WHERE key = ${quoted(key)};`)
  const changed = ROLE_KEYS.flatMap((key) => {
    const { name, description } = ROLE_TEMPLATES[key]
    const row = rows.find((candidate) => candidate.key === key)
    if (row?.name === name && row.description === description) return []
    return row === undefined
      ? [
          `INSERT INTO role_templates (key, name, description) VALUES (${list([key, name, description])});`,
        ]
      : [
          `UPDATE role_templates SET name = ${quoted(name)}, description = ${quoted(description)} WHERE key = ${quoted(key)};`,
        ]
  })
  return [...retired, ...changed]
}

async function grantStatements({ query }: Pick<Database, 'query'>): Promise<string[]> {
  const rows = await query<{ template: string; permission: string }>(
    'select template_key as template, permission from role_template_permissions order by 1, 2',
  )
  const held = new Set(rows.map(({ template, permission }) => `${template} ${permission}`))
  const wanted = ROLE_KEYS.flatMap((key) =>
    ROLE_TEMPLATES[key].permissions.map((permission) => ({ template: key, permission })),
  )
  const listed = new Set(wanted.map(({ template, permission }) => `${template} ${permission}`))
  return [
    ...wanted
      .filter(({ template, permission }) => !held.has(`${template} ${permission}`))
      .map(
        ({ template, permission }) =>
          `INSERT INTO role_template_permissions (template_key, permission) VALUES (${list([template, permission])});`,
      ),
    ...rows
      .filter(
        ({ template, permission }) =>
          !listed.has(`${template} ${permission}`) && Object.hasOwn(ROLE_TEMPLATES, template),
      )
      .map(
        ({ template, permission }) =>
          `DELETE FROM role_template_permissions WHERE template_key = ${quoted(template)} AND permission = ${quoted(permission)};`,
      ),
  ]
}

/** Last, since templates may still hold them; refused while a role of an organization does. */
async function retiredStatements({ query }: Pick<Database, 'query'>): Promise<string[]> {
  const rows = await query<{ key: string }>('select key from permissions')
  return rows
    .filter(({ key }) => !Object.hasOwn(PERMISSIONS, key))
    .map(({ key }) => `DELETE FROM permissions WHERE key = ${quoted(key)};`)
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const list = (texts: readonly string[]): string => texts.map(quoted).join(', ')
