import { front, sourceOf } from './plans.ts';
import { code as region } from './region.ts';
import type { Part } from './rows.ts';

/** What was changed: a target after its year was over, and the unit of data. */
export const historyPart = (): Part => ({
  'indicators.target_change': [{
    indicator_code: 'sampah-terpilah', area_code: region, period: '2025', plan_code: front, changed_on: '2026-02-20', comparison: '=', value: '30', value_to: null, source_code: sourceOf[front] ?? null,
    note_id: 'Rekaan: target diturunkan sesudah angka 2025 diketahui', note_en: 'Invented: the target was lowered after the figure of 2025 was known',
  }],
  'indicators.unit_change': [{
    about_kind: 'element', about_code: 'SAMPAH_TIMBUL', changed_on: '2023-01-01', unit_code: 'muatan', unit_id: 'muatan truk', unit_en: 'truckloads', source_code: 'rekaan-register',
    note_id: 'Rekaan: sejak jembatan timbang dipasang dihitung dalam ton', note_en: 'Invented: counted in tonnes since the weighbridge was built',
  }],
});
