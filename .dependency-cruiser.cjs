/**
 * The arrows of the house, one rule each: src → domain → types, cloudfunctions → domain → types,
 * emulator knows no word of this product, and only test/ and scripts/ may reach everywhere.
 */
const only = (from, allowed, comment) => ({
  name: `arrows-of-${from}`,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(src|cloudfunctions|domain|types|emulator|config|scripts|test)/', pathNot: `^(${allowed.join('|')})/` },
});

module.exports = {
  forbidden: [
    only('types', ['types'], 'types/ is what both sides agree on; it knows nobody'),
    only('domain', ['domain', 'types'], 'the rules are pure: they see the words and each other'),
    only('src', ['src', 'domain', 'types'], 'the client never meets the cloud functions except in types/'),
    only('cloudfunctions', ['cloudfunctions', 'domain', 'types'], 'functions never meet the client'),
    only('emulator', ['emulator'], 'the emulator knows the protocol of the cloud and no word of this product'),
    only('config', ['config', 'types'], 'what is declared once depends on nothing that is built from it'),
    {
      name: 'features-stay-apart',
      comment: 'no feature imports another; what two need goes to ui/ or domain/',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'ui-has-no-business',
      comment: 'the ui kit draws; it knows no feature, no page and no server',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(features|pages|packages|cloud)/' },
    },
    {
      name: 'cloud-is-the-only-door',
      comment: 'src/cloud talks to a server and imports neither pages nor features',
      severity: 'error',
      from: { path: '^src/cloud/' },
      to: { path: '^src/(features|pages|packages|ui)/' },
    },
    {
      name: 'nobody-imports-a-page',
      comment: 'pages are thin and stand on top; what others need of one belongs in a feature',
      severity: 'error',
      from: { path: '^src/(features|ui|cloud)/' },
      to: { path: '^src/(pages|packages)/' },
    },
    {
      name: 'functions-stay-apart',
      comment: 'each function is deployable alone; what two need goes to kit/ or domain/',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/kit/' },
      to: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/($1|kit)/' },
    },
    {
      name: 'kit-has-no-operation',
      severity: 'error',
      from: { path: '^cloudfunctions/kit/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/kit/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'only a short, named list of pure libraries: hashing and dates',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        dependencyTypesNot: ['local', 'type-only'],
        pathNot: ['^(domain|types)/', 'node_modules/(@noble/hashes|dayjs)/'],
      },
    },
    {
      name: 'client-carries-no-sdk',
      severity: 'error',
      from: { path: '^(src|domain|types)/' },
      to: { path: 'node_modules/(wx-server-sdk|libsql|mingo|bson)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['\\?', '^node:'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
