// Who may import whom: down the tiers, into another slice only by its doors, no cycles. scripts/house.ts proves that this reads the code.
const tiers = ['kernel', 'ui', 'places', 'people', 'plan', 'masterplan', 'data', 'indicators', 'scores', 'alignment', 'portal', 'open-data', 'workspace', 'editing', 'review', 'app', 'routes'];
const upward = tiers.flatMap((slice, n) => {
  const above = tiers.slice(n + 1);
  return above.length === 0 ? [] : [{ name: `${slice}-imports-upward`, severity: 'error', from: { path: `^src/${slice}/` }, to: { path: `^src/(${above.join('|')})/` } }];
});
const doors = tiers.filter((slice) => !['kernel', 'app', 'routes'].includes(slice)).map((slice) => ({
  name: `${slice}-by-its-doors`, severity: 'error',
  from: { path: '^src/', pathNot: `^src/${slice}/` },
  to: { path: `^src/${slice}/`, pathNot: `^src/${slice}/(index|ui|tables)\\.ts$` },
}));
const pure = {
  name: 'rules-are-pure', severity: 'error',
  from: { path: '^src/(scores/(achievement|compare-frozen|movement|pace|period-mode|roll-up|standing|score-region)|indicators/(formula/|compute-cells|worked-examples)|alignment/alignment-matrix|kernel/periods|ui/format)', pathNot: '\\.test\\.ts$' },
  to: { path: '(\\.store\\.ts$|^src/kernel/(database|connection|clock|regions)\\.ts$|node_modules/(kysely|pg)/)', dependencyTypesNot: ['type-only'] },
};
const identities = { name: 'identities-are-of-people', severity: 'error', from: { path: '^src/', pathNot: '^src/people/' }, to: { path: '^src/kernel/identities\\.ts$' } };
module.exports = {
  forbidden: [...upward, ...doors, pure, identities, { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } }],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: { path: '\\.(css|json)$' }, enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] } },
};
