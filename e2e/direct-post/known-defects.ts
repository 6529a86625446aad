/**
 * Defects that the suite has found and that are not mended yet. Each is asserted as it should be;
 * the test is expected to fail, and an entry here that no longer fails turns the suite red. This
 * list may only get shorter.
 */
import type { test as base } from './fixtures.ts'

const TAKE_TEXT = [
  'account.updateAccount',
  'projects.createProject',
  'projects.updateProject',
  'documents.createDocument',
  'documents.updateDocument',
  'members.updateMemberProfile',
  'organizations.createOrganization',
  'organizations.updateOrganization',
]

const KNOWN_DEFECTS: Readonly<Record<string, string>> = {
  'every function: code of 413':
    "a body beyond the limit gets the framework's own answer, without a code",
  'resource: __proto__':
    'the key __proto__ is dropped by the resource gates before the validator sees it',
  ...Object.fromEntries(TAKE_TEXT.map((id) => [`${id}: unstorable text`, 'a NUL answers 500'])),
  '/_serverFn/projects.updateProject%20: address': 'a function answers below its address as well',
  '/_serverFn/projects.updateProject/: address': 'a function answers below its address as well',
  '/_serverFn/projects.updateProject/more: address': 'a function answers below its address as well',
  '/_serverFn//projects.updateProject: address': "answered 500, in the framework's own words",
}

/** Turns the running test around when what it asserts is known not to hold. */
export function expectDefect(test: typeof base, id: string, what: string): void {
  const reason = KNOWN_DEFECTS[`${id}: ${what}`]
  if (reason !== undefined) test.fail(true, reason)
}
