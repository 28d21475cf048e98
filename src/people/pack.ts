import { code, columns, ref, text } from '#kernel/pack-columns.ts';
import type { PackPart } from '#kernel/pack-part.ts';
import { csvPart } from '#kernel/pack-parts.ts';

export const packParts: PackPart[] = [
  csvPart('agencies.csv', {
    name: 'people.agency',
    key: ['code'],
    gives: [{ kind: 'agency', by: ['code'] }],
    columns: columns({ code, name: text, short_name: text, source_code: [ref('source')], note_id: [text], note_en: [text] }),
  }),
];
