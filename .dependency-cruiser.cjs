// Who may import whom (resources/docs/architecture.md draws the same picture). resources/tools/checks/layers.mjs runs it.

const layer = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });


/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('no-circular', 'A circle has no order in which to load it; types alone may meet.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    layer('resolvable', 'An import must lead to a file.', {}, { couldNotResolve: true }),
    layer('no-undeclared-package', 'A package must be named in package.json.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),

    layer('domain-is-pure', 'domain knows the rules and nothing else: no package, no Node, no other layer.',
      { path: '^electron/domain/' }, { pathNot: '^electron/domain/' }),
    layer('contract-knows-domain-and-zod', 'contract says what may be asked; it needs domain and zod only.',
      { path: '^electron/contract/' }, { pathNot: '^electron/(contract|domain)/|node_modules/zod/' }),
    layer('db-knows-domain-kysely-sqlite', 'db speaks SQL; it needs domain, kysely, better-sqlite3 and Node.',
      { path: '^db/' }, { pathNot: '^db/|^electron/domain/|node_modules/(kysely|better-sqlite3|@types)/', dependencyTypesNot: ['core'] }),
    layer('core-without-shell-and-window', 'core runs without Electron and without a window.',
      { path: '^electron/core/' }, { path: '^electron/(main|preload)/|^renderer/|node_modules/electron/' }),
    layer('core-has-one-sqlite', 'Only db opens the database.',
      { path: '^electron/(core|main|preload)/' }, { path: 'node_modules/(better-sqlite3|kysely|@types/better-sqlite3)/' }),
    layer('parts-without-services', 'services join domain, db and devices; what they join does not know them.',
      { path: '^electron/core/(devices|documents|platform|sync)/' }, { path: '^electron/core/(services|cli|rpc/(?!channel))' }),
    layer('platform-is-the-floor', 'platform is the floor of core.',
      { path: '^electron/core/platform/' }, { path: '^electron/core/(devices|documents|sync|jobs|host)/' }),
    layer('devices-know-no-database', 'A device moves bytes; what they mean to the books is decided above it.',
      { path: '^electron/core/devices/' }, { path: '^db/' }),
    layer('main-knows-contract', 'main holds windows and files; the business is in core.',
      { path: '^electron/main/' }, { path: '^(electron/(core|domain|preload)/|db/|renderer/)' }),
    layer('preload-knows-contract', 'preload hands over one port.',
      { path: '^electron/preload/' }, { pathNot: '^electron/(preload|contract)/|node_modules/electron/' }),
    layer('window-knows-contract-and-domain', 'The window has no Node and no way around the contract.',
      { path: '^renderer/' }, { path: '^(electron/(core|main|preload)/|db/|tests/)|node_modules/electron/' }),
    layer('window-without-node', 'The window has no Node.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    layer('electron-in-the-shell-only', 'Only main and preload know Electron.',
      { path: '^(electron/(core|domain|contract)|db|renderer)/' }, { path: 'node_modules/electron/' }),
    layer('product-without-tests', 'The product stands without its tests and tools.',
      { path: '^(electron|db|renderer)/' }, { path: '^(tests|resources/tools)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|demo-output)/|^resources/tools/stand-in-launcher/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json', '.d.ts', '.d.mts'] },
  },
};
