/** The server functions as a caller sees them: the input and the result of each, by its id. */
interface Modules {
  assignments: typeof import('~/features/assignments/assignments.functions')
  account: typeof import('~/features/account/account.functions')
  audit: typeof import('~/features/audit/audit.functions')
  checks: typeof import('~/features/checks/checks.functions')
  billing: typeof import('~/features/billing/billing.functions')
  dashboard: typeof import('~/features/dashboard/dashboard.functions')
  demo: typeof import('~/features/demo/demo.functions')
  documents: typeof import('~/features/documents/documents.functions')
  invitations: typeof import('~/features/invitations/invitations.functions')
  members: typeof import('~/features/members/members.functions')
  ownership: typeof import('~/features/ownership/ownership.functions')
  organizations: typeof import('~/features/organizations/organizations.functions')
  projects: typeof import('~/features/projects/projects.functions')
  roles: typeof import('~/features/roles/roles.functions')
}

/** `projects.createProject`, and so on: the ids under which the build serves them. */
export type FunctionName = {
  [Noun in keyof Modules]: `${Noun}.${keyof Modules[Noun] & string}`
}[keyof Modules]

type Declared<Name extends FunctionName> = Name extends `${infer Noun}.${infer Fn}`
  ? Noun extends keyof Modules
    ? Fn extends keyof Modules[Noun]
      ? Modules[Noun][Fn]
      : never
    : never
  : never

/** What the function takes; undefined for one that takes nothing. */
export type InputOf<Name extends FunctionName> =
  Declared<Name> extends (options: infer Options) => unknown
    ? Options extends { data: infer Data }
      ? Data
      : NonNullable<Options> extends { data?: infer Data }
        ? unknown extends Data
          ? undefined
          : Data | undefined
        : undefined
    : undefined

/** What it answers when it doesn't refuse. */
export type ResultOf<Name extends FunctionName> =
  Declared<Name> extends (...options: never[]) => Promise<infer Result> ? Result : never
