import { expect, it } from 'vitest';
import { toldChange } from './told-change.ts';

it.each([
  ['71.08597285067873', '35.54298642533937', '71,09', '35,54', '71.09', '35.54'],
  ['12.00041', '12.00049', '12,0004', '12,0005', '12.0004', '12.0005'],
  ['-1250', 'none (zero_denominator)', '−1.250', 'penyebutnya nol', '−1,250', 'its denominator is zero'],
  ['no cell', 'none (missing)', 'belum ada', 'belum ada data', 'not there', 'no data yet'],
  ['none', 'none (null)', 'tidak ada nilainya', 'tidak ada nilainya', 'no value', 'no value'],
  ['none taken', 'cepat', 'none taken', 'cepat', 'none taken', 'cepat'],
])('%s → %s', (before, after, ...told) => {
  const [id, en] = [toldChange({ before, after }, 'id'), toldChange({ before, after }, 'en')];
  expect([id.before, id.after, en.before, en.after]).toEqual(told);
});
