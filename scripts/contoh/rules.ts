import type { Data, Part } from './rows.ts';

const rule = (code: string, name: [string, string], left: string, operator: string, right: string, over: Data = {}): Data => ({
  code, name_id: name[0], name_en: name[1], instruction_id: null, instruction_en: null, left_side: left, operator, right_side: right, left_missing: 'skip_if_any', right_missing: 'skip_if_any',
  tolerance: null, period_kind: 'year', level: null, basis: 'reading', source_code: null, note_id: null, note_en: null, ...over,
});

/** Rules between values: one holds wherever it is asked, one is broken on purpose. */
export const rulesPart = (): Part => ({
  'indicators.validation_rule': [
    rule('layanan-tepat', ['Layanan tepat waktu tidak melebihi yang selesai', 'Services on time are no more than those finished'], '#{LAY_TEPAT}', '<=', '#{LAY_SELESAI}'),
    rule('pipa-kecamatan', ['Jumlah rumah berpipa kecamatan sama dengan kabupaten', 'Homes on pipes of the districts make those of the regency'], 'sum(#{RUMAH_PIPA}, areas(districts))', '=', '#{RUMAH_PIPA}', {
      period_kind: 'quarter', level: 'region', note_id: 'Rekaan: sengaja tidak cocok, agar terlihat bagaimana hal itu ditunjukkan', note_en: 'Invented: it does not fit on purpose, to show how that is told',
      instruction_id: 'Cocokkan daftar sambungan tiap kecamatan dengan daftar kabupaten.', instruction_en: 'Compare the list of connections of each district with that of the regency.',
    }),
  ],
});
