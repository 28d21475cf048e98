import type { InSync } from '#alignment/index.ts';

/** For tests: one finding of three kinds, one that is let stand, one rule not checked; two of six parts are known. */
export function anInSync(over: Partial<InSync> = {}): InSync {
  const unknown = (['budget', 'targets_agree', 'indicators_alive', 'in_documents'] as const).map((code) => ({ code, held: 0, of: 0, share: null, missing: [] }));
  const says = (words: string) => ({ id: words, en: words });
  const index: InSync['index'] = {
    value: 62.5, low: 20.83, high: 87.5, known: 2,
    parts: [
      { code: 'objectives_served', held: 1, of: 4, share: 25, missing: ['m1', 'm3', 'm4'].map((code) => ({ kind: 'node', code: `rpjmd-2018/1/${code}` })) },
      { code: 'initiatives_serving', held: 2, of: 2, share: 100, missing: [] }, ...unknown,
    ],
  };
  return {
    day: '2026-11-24', index, plans: ['rpjmd-2018'], history: [{ planCode: 'rpjmd-2018', version: 1, inForce: true, index }],
    report: {
      findings: [
        { rule: 'mission_unserved', about: { kind: 'node', code: 'rpjmd-2018/1/m4' }, says: says('Tidak ada inisiatif 1') },
        { rule: 'mission_unserved', about: { kind: 'node', code: 'rpjmd-2018/9/m4' }, says: says('Versi lama') },
        { rule: 'indicator_without_owner', about: { kind: 'indicator', code: 'MISKIN' }, says: says('Tidak ada perangkat daerah') },
      ],
      excepted: [{ rule: 'initiative_serves_nothing', about: { kind: 'initiative', code: 'FESTIVAL' }, says: says('Lepas'), reason: 'Sudah direncanakan', untilDay: '2027-01-31' }],
      notChecked: [{ rule: 'council_silent', lacks: says('dewan dan rapatnya') }],
    },
    ...over,
  };
}
