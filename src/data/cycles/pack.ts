import { code, columns, day, flag, oneOf, period, ref, text } from '#kernel/pack-columns.ts';
import type { PackPart } from '#kernel/pack-part.ts';
import { csvPart } from '#kernel/pack-parts.ts';

/** What stands in the database is the region's own word: people open, close and correct cycles and days there, and a load adds what is not there yet. */
export const cycleParts: PackPart[] = [
  csvPart('cycles.csv', {
    name: 'data.cycle',
    key: ['code'],
    stays: { of: 'data.cycle', by: 'code', as: 'code' },
    gives: [{ kind: 'cycle', by: ['code'] }],
    columns: columns({
      code, name_id: text, name_en: text, period, opens_on: day, enter_by: day, submit_by: day, approve_by: day, verify_by: day, publish_by: day, locks: [text],
      state: oneOf('open', 'closed', 'reopened'), reason: [text], reopened_until: [day], note_id: [text], note_en: [text], source_code: [ref('source')],
    }),
  }),
  csvPart('cycle-items.csv', {
    name: 'data.cycle_item',
    key: ['cycle_code', 'element_code', 'area_code', 'series_code'],
    stays: { of: 'data.cycle', by: 'cycle_code', as: 'code' },
    refs: [{ kind: 'series', by: ['element_code', 'series_code'] }],
    columns: columns({ cycle_code: ref('cycle'), element_code: ref('element'), area_code: ref('area'), series_code: text, period, publish: flag }),
  }),
  csvPart('holidays.csv', {
    name: 'data.holiday',
    key: ['day'],
    stays: { of: 'data.holiday', by: 'day', as: 'day' },
    columns: columns({ day, kind: oneOf('national', 'collective', 'regional', 'working'), name_id: text, name_en: text, source_code: [ref('source')] }),
  }),
];
