/**
 * The import directions of the architecture page. What stands here is law: a review never has to look for it.
 * Tests may reach further than the code beside them, because they build what entry points build.
 */
const TEST = '[.]test[.]tsx?$';
const ENTRY =
  '^(electron/main|electron/preload/preload|renderer/(exam|console|phone|results)/main|server/main|server/backup/(backup|restore)-main|server/export/(export|verify)-main)[.]tsx?$';
/** The npm packages of that name, wherever npm put them. */
const npm = (names) => `(^|/)node_modules/${names}/`;

/** The files under `path` without their tests, and without those that `pathNot` excepts. */
const product = (path, ...pathNot) => ({ path, pathNot: [TEST, ...pathNot] });
const PRODUCT = '^(electron|renderer|server|shared)/';

/** One law: what `from` describes must not reach what `to` describes. */
const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    law('no-cycles', 'Two files that need each other are one thing, or three.', {}, { circular: true }),
    law(
      'no-orphans',
      'A file that nothing imports and that imports nothing is not part of the product.',
      // esbuild puts the parts of a peer in the place of packages.
      { orphan: true, pathNot: [TEST, ENTRY, '[.]d[.]ts$', '^build/setup[.]mjs$', '^build/bundle/peer-parts/'] },
      {},
    ),
    law('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),

    law('support-stands-alone', 'shared/support knows nothing of the field.', product('^shared/support/'), {
      pathNot: '^shared/support/',
    }),
    law(
      'domain-is-pure',
      'shared/domain stands on shared/support alone: no package, no Node.',
      product('^shared/domain/'),
      { pathNot: '^shared/(support|domain)/' },
    ),
    law(
      'contract-is-portable',
      'shared/contract runs in every process: domain, support and zod.',
      product('^shared/contract/'),
      { pathNot: ['^shared/(support|domain|contract)/', npm('zod')] },
    ),
    law(
      'processes-meet-in-the-contract',
      'electron, renderer and server never import each other.',
      product('^(electron|renderer|server)/'),
      { path: '^(electron|renderer|server)/', pathNot: '^$1/' },
    ),
    law(
      'windows-stay-apart',
      'renderer/{exam,phone,results,console} never import each other.',
      product('^renderer/(exam|phone|results|console)/'),
      { path: '^renderer/(exam|phone|results|console)/', pathNot: '^renderer/$1/' },
    ),
    law('ui-is-presentation', 'renderer/ui imports no other renderer folder.', product('^renderer/ui/'), {
      path: '^renderer/',
      pathNot: '^renderer/ui/',
    }),
    law(
      'analyzers-only-look',
      'Analyzers turn a frame or a sound into an observation; they know neither network, nor React, nor windows.',
      product('^renderer/analyzers/'),
      {
        path: [
          '^renderer/(?!analyzers/)',
          '^shared/contract/(http|socket)',
          npm('(react|react-dom|socket[.]io-client|tus-js-client|simple-peer|idb)'),
        ],
      },
    ),
    law(
      'streaming-only-carries',
      'Streaming joins two ends; it knows no window and no analyzer.',
      product('^renderer/streaming/'),
      { path: '^renderer/(?!streaming/)' },
    ),
    law(
      'streaming-owns-simple-peer',
      'Peer connections are made in renderer/streaming and nowhere else.',
      product(PRODUCT, '^renderer/streaming/'),
      { path: npm('(@types/)?simple-peer') },
    ),
    law(
      'analyzers-own-vision',
      'MediaPipe is called by renderer/analyzers and nowhere else.',
      product(PRODUCT, '^renderer/analyzers/'),
      { path: npm('@mediapipe') },
    ),
    law(
      'transport-owns-the-wire',
      'fastify and socket.io end at server/http and server/socket: parse, call a service, reply.',
      product(PRODUCT, '^server/(http|socket)/'),
      { path: npm('(fastify|@fastify|socket[.]io)') },
    ),
    law(
      'figures-stay-in-metrics',
      'What is measured reaches the figures through the interface of the services.',
      product(PRODUCT, '^server/metrics/'),
      { path: npm('prom-client') },
    ),
    law(
      'bucket-owns-its-client',
      'S3 is spoken in server/bucket; everything else knows a store of sealed files.',
      product(PRODUCT, '^server/bucket/'),
      { path: npm('@aws-sdk') },
    ),
    law('sql-owns-the-database', 'Queries live in server/sql.', product(PRODUCT, '^server/sql/'), {
      path: npm('(kysely|libsql|@libsql|pg)'),
      dependencyTypesNot: ['type-only'],
    }),
    law(
      'services-receive-storage',
      'Services take storage, clock and network through interfaces; only the entry point makes concrete ones.',
      product('^server/services/'),
      {
        path: ['^server/(sql|http|socket|main)', '^(node:)?(fs|fs/promises|net|tls|http|https|child_process)$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    law(
      'electron-stays-in-the-shell',
      'Electron is called by the shell alone.',
      product('^(renderer|server|shared|build)/'),
      { path: npm('electron') },
    ),
    law(
      'few-doors-to-windows',
      'Calls of Windows are declared in one file for the lock and one for processes, which load the native library late.',
      product(PRODUCT, '^electron/(lockdown/windows/win32|device/processes/windows-processes)[.]ts$'),
      { path: npm('koffi') },
    ),
    law('no-node-in-windows', 'The renderer has no Node (SEC-2).', product('^(renderer|shared)/'), {
      dependencyTypes: ['core'],
    }),
    law('build-is-for-building', 'Nothing in the product imports the build.', product(PRODUCT), { path: '^build/' }),
    law(
      'tests-are-for-testing',
      'Nothing in the product imports a test or a fake.',
      product('^(electron|renderer|server|shared|build)/'),
      { path: ['^test/', TEST] },
    ),
    law('shipped-dependencies', 'What the product imports is a dependency, not a tool.', product(PRODUCT), {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
      pathNot: npm('(electron|@types/[^/]+)'),
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^[.]cache/', '^data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts', '.json'],
    },
  },
};
