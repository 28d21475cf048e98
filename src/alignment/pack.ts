import { columns, day, oneOf, text } from '#kernel/pack-columns.ts';
import type { PackPart } from '#kernel/pack-part.ts';
import { csvPart } from '#kernel/pack-parts.ts';
import { lintRules } from './lint-rules.ts';

export const packParts: PackPart[] = [
  csvPart('lint-exceptions.csv', {
    name: 'alignment.lint_exception',
    key: ['rule', 'about_kind', 'about_code'],
    columns: columns({
      rule: oneOf(...Object.keys(lintRules)), about_kind: oneOf('node', 'indicator', 'initiative', 'pillar', 'masterplan', 'plan', 'region'), about_code: text, reason: text, until_day: day,
    }),
  }),
];
