/** Who may look at whom (docs: README, "The map"). Captured groups make "not another slice" one rule for all slices. */
const inSlice = (role) => `^src/main/features/([^/]+)/[^/]+\\.${role}\\.ts$`
const npm = 'node_modules'

module.exports = {
  forbidden: [
    { name: 'no-rings', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests|\\.test\\.tsx?$' },
      to: { path: '^tests' },
    },
    {
      name: 'shared-is-alone',
      comment: 'shared imports itself, zod, and i18next for the words',
      severity: 'error',
      from: { path: '^src/shared', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/shared', `${npm}/(zod|i18next)/`] },
    },
    {
      name: 'preload-imports-contract-types-only',
      severity: 'error',
      from: { path: '^src/preload' },
      to: { pathNot: ['^src/shared/contract', `${npm}/electron/`, '^electron$'] },
    },
    {
      name: 'page-never-reaches-main',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: {
        path: ['^src/main', '^src/preload', '^migrations', `${npm}/(electron|better-sqlite3[^/]*|kysely|pdfmake)/`],
      },
    },
    { name: 'page-has-no-node', severity: 'error', from: { path: '^src/renderer' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'renderer-slices-are-apart',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'renderer-slices-do-not-know-the-shell',
      severity: 'error',
      from: { path: '^src/renderer/features/' },
      to: { path: '^src/renderer/app/' },
    },
    {
      name: 'renderer-kit-knows-no-slice',
      severity: 'error',
      from: { path: '^src/renderer/(ui|platform)/' },
      to: { path: '^src/renderer/(features|app)/' },
    },
    {
      name: 'platform-knows-no-slice',
      severity: 'error',
      from: { path: '^src/main/platform/' },
      to: { path: '^src/main/(features|app|hosts)/' },
    },
    {
      name: 'slices-do-not-know-app-or-hosts',
      severity: 'error',
      from: { path: '^src/main/features/' },
      to: { path: '^src/main/(app|hosts)/' },
    },
    {
      name: 'main-slices-meet-at-the-door',
      severity: 'error',
      from: { path: '^src/main/features/([^/]+)/' },
      to: { path: '^src/main/features/', pathNot: ['^src/main/features/$1/', '^src/main/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'app-enters-by-the-door',
      comment: 'papers.ts may name paper definitions: the worker must not load services and SQL',
      severity: 'error',
      from: { path: '^src/main/(app|hosts)/' },
      to: { path: '^src/main/features/[^/]+/', pathNot: ['/index\\.ts$', '\\.pdf\\.ts$'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: inSlice('rules') },
      to: { pathNot: ['^src/shared', '^src/main/features/$1/[^/]+\\.rules\\.ts$', `${npm}/zod/`] },
    },
    {
      name: 'papers-are-pure',
      severity: 'error',
      from: { path: inSlice('pdf') },
      to: {
        pathNot: [
          '^src/shared',
          '^src/main/features/$1/[^/]+\\.(pdf|rules)\\.ts$',
          '^src/main/platform/documents/',
          `${npm}/(zod|pdfmake|@types/pdfmake)/`,
        ],
      },
    },
    {
      name: 'repos-know-only-the-database',
      severity: 'error',
      from: { path: inSlice('repo') },
      to: {
        pathNot: [
          '^src/shared',
          '^src/main/platform/(db|audit)/',
          '^src/main/features/$1/[^/]+\\.repo\\.ts$',
          `${npm}/kysely/`,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'services-hold-no-database',
      severity: 'error',
      from: { path: inSlice('service') },
      to: { path: [`${npm}/(kysely|better-sqlite3[^/]*)/`, '^src/main/platform/db/open'] },
    },
    {
      name: 'handlers-only-hand-over',
      severity: 'error',
      from: { path: inSlice('handlers') },
      to: { path: ['\\.(repo|rules|pdf)\\.ts$', `${npm}/kysely/`] },
    },
    {
      name: 'migrations-are-frozen',
      comment: 'a migration that imports living code changes with it',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: [`${npm}/kysely/`] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tests/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types'] },
  },
}
