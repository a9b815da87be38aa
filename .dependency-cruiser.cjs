/**
 * Who may import whom. Most rules read the layer from the file's name; the module graph is the table below.
 * Whether a file is pure cannot be read from its name, so that is asked of everything the file reaches.
 */

/** What each module may import beside itself, `accounts` and the registries. */
const ALLOWED_MODULES = {
  accounts: [],
  'item-codes': [],
  labels: ['item-codes'],
  ledger: [],
  storage: ['item-codes', 'labels', 'ledger'],
  cases: [],
  rooms: ['item-codes', 'ledger', 'storage'],
  'fixed-assets': ['item-codes', 'labels', 'ledger', 'storage', 'cases'],
  'seized-items': ['item-codes', 'labels', 'ledger', 'storage', 'cases', 'rooms'],
  dispositions: ['cases', 'ledger', 'rooms', 'seized-items'],
};
ALLOWED_MODULES.papers = [
  ...['item-codes', 'labels', 'ledger', 'storage'],
  ...['cases', 'rooms', 'seized-items', 'dispositions'],
];
const THINGS = [
  'item-codes',
  'labels',
  'ledger',
  'storage',
  'cases',
  'rooms',
  'fixed-assets',
  'seized-items',
  'papers',
];
const ACTIVITIES = ['stocktakes', 'disposal', 'supplies', 'vehicles'];
for (const name of ACTIVITIES) ALLOWED_MODULES[name] = THINGS;
ALLOWED_MODULES.reports = [...THINGS, ...ACTIVITIES];

/** They know no module that uses them: users register with them. */
const REGISTRIES = ['approvals', 'imports', 'deadlines'];
for (const name of REGISTRIES) ALLOWED_MODULES[name] = [];

const MODULES = Object.keys(ALLOWED_MODULES);
const either = (names) => `(?:${names.join('|')})`;

const CONTRACT = '(?:/|\\.)contract\\.ts$';
const RULES = '(?:/|\\.)rules\\.ts$';
const SQL = '\\.sql\\.ts$';
const ENDPOINTS = '(?:/|\\.)endpoints\\.ts$';
/** The part of the platform that runs in the browser too. */
const PURE_PLATFORM = '^src/platform/(?:days|decimal|endpoint|errors|fields|quantity)\\.ts$';
const OTHER_PLATFORM = '^src/platform/(?!(?:days|decimal|endpoint|errors|fields|quantity)\\.ts$)';
const NODE_OR_SERVER_PACKAGE =
  '^(?:node:|(?:assert|buffer|child_process|cluster|crypto|dns|events|fs|http|https|net|os|path|perf_hooks|process|stream|tls|url|util|v8|vm|worker_threads|zlib)(?:/|$)|node_modules/(?:@types/)?(?:express|kysely|pg|pino|busboy|pdfkit|fontkit|exceljs|iconv-lite)/)';
const SERVER_ONLY = [
  SQL,
  ENDPOINTS,
  OTHER_PLATFORM,
  NODE_OR_SERVER_PACKAGE,
  '^src/(?:main|app|config|endpoints)\\.ts$',
];

/** Where the process, its threads and the build of the web begin. */
const ROOTS = [
  '^src/main\\.ts$',
  '^src/web/main\\.tsx$',
  '^src/web/vite\\.config\\.ts$',
  '^src/modules/imports/reading/read-table-worker\\.ts$',
  '^src/web/scan/camera/decode-worker\\.ts$',
];

const moduleGraph = MODULES.map((name) => {
  const allowed = new Set([name, ...ALLOWED_MODULES[name]]);
  if (name !== 'accounts') allowed.add('accounts');
  if (name !== 'accounts' && !REGISTRIES.includes(name))
    for (const registry of REGISTRIES) allowed.add(registry);
  return {
    name: `module-graph-${name}`,
    comment: `${name} may import ${[...allowed].filter((other) => other !== name).join(', ') || 'no other module'}.`,
    severity: 'error',
    from: { path: `^src/modules/${name}/` },
    to: { path: '^src/modules/', pathNot: `^src/modules/${either([...allowed])}/` },
  };
});

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const typeOnly = ['type-only'];

const moduleLayers = [
  error(
    'module-is-in-the-graph',
    'A new module takes its place in ALLOWED_MODULES first.',
    { path: '^src/modules/', pathNot: `^src/modules/${either(MODULES)}/` },
    {},
  ),
  error(
    'contract-is-plain-data',
    'A contract imports rules, other contracts, the endpoint declaration, field types, refusal lists and zod.',
    { path: CONTRACT },
    { path: '^src/', pathNot: ['^src/modules/', PURE_PLATFORM] },
  ),
  error(
    'contract-takes-only-zod',
    'A contract needs no package but zod.',
    { path: CONTRACT },
    {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
      pathNot: '^node_modules/zod/',
    },
  ),
  error(
    'contract-and-rules-reach-no-server-code',
    'Contracts and rules run in the browser too: nothing that they reach does I/O, reads a clock or knows SQL.',
    { path: [CONTRACT, RULES] },
    { path: SERVER_ONLY, reachable: true },
  ),
  error(
    'rules-know-no-wire',
    'Rules decide about the business; how it travels is the contract’s matter.',
    { path: RULES },
    { path: [CONTRACT, OTHER_PLATFORM, '^src/platform/endpoint\\.ts$'] },
  ),
  error(
    'rules-take-no-package',
    'Rules need the language only; the field types bring zod where a schema is wanted.',
    { path: RULES },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
  ),
  error(
    'sql-stays-in-its-module',
    'Another module asks a use case, not the tables.',
    { path: '^src/modules/([^/]+)/' },
    { path: `^src/modules/.*${SQL}`, pathNot: '^src/modules/$1/' },
  ),
  error(
    'sql-stays-below-use-cases',
    'SQL files are the lowest layer of a module.',
    { path: SQL },
    { path: [ENDPOINTS, '^src/(?:main|app|config|endpoints)\\.ts$'] },
  ),
  error(
    'endpoints-join-their-own-module',
    'endpoints.ts joins each declaration to its use case and does nothing else.',
    { path: '^src/modules/([^/]+)(?:/|/.*[/.])endpoints\\.ts$' },
    { path: '^src/', pathNot: ['^src/modules/$1/', '^src/platform/'] },
  ),
  error(
    'only-the-list-knows-endpoints',
    'A module’s endpoints are imported by src/endpoints.ts alone.',
    { path: '^src/', pathNot: ['^src/endpoints\\.ts$', ENDPOINTS] },
    { path: '^src/modules/.*[/.]endpoints\\.ts$' },
  ),
];

const houseLayers = [
  error(
    'platform-knows-no-court',
    'The platform knows nothing about courts; configuration reaches it as an argument.',
    { path: '^src/platform/' },
    { path: '^src/', pathNot: '^src/platform/' },
  ),
  error(
    'modules-know-no-process',
    'Modules are told what they need; they know neither the process nor its configuration.',
    { path: '^src/modules/' },
    { path: '^src/(?!modules/|platform/)' },
  ),
  error('nobody-imports-main', 'main.ts starts the process.', {}, { path: '^src/main\\.ts$' }),
  error(
    'nobody-imports-web',
    'The server hands out the built files and knows nothing of their source.',
    { pathNot: ['^src/web/', '^tests/(?:web|labels)/'] },
    { path: '^src/web/' },
  ),
  error(
    'web-sees-contracts-and-rules',
    'Of a module the web sees the contract and what is pure; of the platform the declaration and the fields.',
    { path: '^src/web/', pathNot: '^src/web/vite\\.config\\.ts$' },
    {
      path: '^src/',
      pathNot: ['^src/web/', '^src/modules/', '^src/platform/(?:days|endpoint|fields|quantity)\\.ts$'],
    },
  ),
  error(
    'web-reaches-no-server-code',
    'Whatever the web imports, directly or through others, must run in a browser.',
    { path: '^src/web/', pathNot: '^src/web/vite\\.config\\.ts$' },
    { path: SERVER_ONLY, reachable: true },
  ),
  error(
    'express-only-at-the-door',
    'express is known to platform/ and app.ts.',
    { path: '^src/', pathNot: ['^src/platform/', '^src/app\\.ts$'] },
    { path: '^node_modules/(?:@types/)?express(?:-serve-static-core)?/' },
  ),
  error(
    'kysely-values-only-in-sql',
    'SQL is written in *.sql.ts and platform/ only; types may travel.',
    { path: '^src/', pathNot: ['^src/platform/', SQL] },
    { path: '^node_modules/kysely/', dependencyTypesNot: typeOnly },
  ),
  error(
    'modules-open-no-connection',
    'A module is handed its reader or writer; the driver is known to platform/ and the process.',
    { path: ['^src/modules/', '^src/web/'] },
    { path: '^node_modules/pg(?:-copy-streams|-cursor)?/', dependencyTypesNot: typeOnly },
  ),
  error(
    'source-knows-no-tests',
    'What runs in a court imports neither tests nor scripts.',
    { path: '^src/' },
    { path: '^(?:tests|scripts)/' },
  ),
  error(
    'scripts-know-no-tests',
    'What a person runs imports no tests.',
    { path: '^scripts/' },
    { path: '^tests/' },
  ),
];

const general = [
  error('no-circular', 'Files that need each other are one file or miss a third.', {}, { circular: true }),
  // dist/ is there only after a build.
  // The decoder's address is an alias of the web's build.
  error(
    'resolvable',
    'The import leads nowhere.',
    {},
    { couldNotResolve: true, pathNot: ['/dist/', '^barcode-decoder\\.wasm'] },
  ),
  error(
    'declared-in-package-json',
    'A package is used only when package.json names it.',
    { path: '^(?:src|scripts|tests)/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  error(
    'no-development-package-at-run-time',
    'The running system is installed without development packages.',
    { path: '^src/' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: typeOnly, pathNot: '^node_modules/@types/' },
  ),
  error(
    'nothing-unused',
    'A source file that neither the process, the web nor a script reaches is dead.',
    { path: [...ROOTS, '^scripts/'] },
    { path: '^src/', pathNot: [...ROOTS, '^src/web/public/', '\\.d\\.ts$'], reachable: false },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...moduleGraph, ...moduleLayers, ...houseLayers, ...general],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^var/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
