/** The registry in the code and its mirror in the migrated database are the same. */
import { describe, expect, test } from 'vitest'
import { databaseForFile } from '../support/database'
import { missingStatements } from './registry-statements'

const database = databaseForFile()

test('the migrated database holds the permissions and role templates of the code', async () => {
  const missing = await missingStatements(database())
  expect(
    missing.join('\n'),
    'src/authz has changed: put these in a new migration (npm run db:custom -- --name registry)',
  ).toBe('')
})

describe('a difference is told as the statements that remove it', () => {
  const differences: readonly [what: string, sql: string, statement: RegExp][] = [
    [
      'a permission that the database lacks',
      `delete from role_template_permissions where permission = 'audit:export';
       delete from permissions where key = 'audit:export'`,
      /^INSERT INTO permissions .*'audit:export'.*;\n(INSERT INTO role_template_permissions .*;\n?)+$/,
    ],
    [
      'a permission that the code has retired',
      `insert into permissions values ('old:habit', 'Gone.');
       insert into role_template_permissions values ('viewer', 'old:habit')`,
      /DELETE FROM role_template_permissions .*'viewer'.*\nDELETE FROM permissions .*'old:habit';$/,
    ],
    [
      'a description that reads otherwise',
      `update permissions set description = '' where key = 'users:delete'`,
      /^UPDATE permissions SET description = 'Erase a person''s data .*'users:delete';$/,
    ],
    [
      'a role that holds less',
      `delete from role_template_permissions where template_key = 'editor' and permission = 'content:write'`,
      /^INSERT INTO role_template_permissions .*\('editor', 'content:write'\);$/,
    ],
    [
      'a role that holds more',
      `insert into role_template_permissions values ('viewer', 'org:delete')`,
      /^DELETE FROM role_template_permissions .*'viewer' AND permission = 'org:delete';$/,
    ],
    [
      'a role that is gone from the code',
      `insert into role_templates values ('intern', 'Intern', '');
       insert into role_template_permissions values ('intern', 'content:read')`,
      /^DELETE FROM role_templates WHERE key = 'intern';$/,
    ],
    [
      'a role under another name',
      `update role_templates set name = 'Boss' where key = 'owner'`,
      /^UPDATE role_templates SET name = 'Owner', .*'owner';$/,
    ],
  ]

  test.each(differences)('%s', async (_what, sql, statement) => {
    await database().query('begin')
    try {
      await database().query(sql)
      const statements = await missingStatements(database())
      expect(statements.join('\n')).toMatch(statement)
      await database().query(statements.join('\n'))
      expect(await missingStatements(database())).toEqual([])
    } finally {
      await database().query('rollback')
    }
  })
})
