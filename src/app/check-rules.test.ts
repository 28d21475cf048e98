import { expect, it } from 'vitest';
import { checkPack } from './check-pack.ts';
import { violationsIn } from './check-rules.ts';
import { writeSample } from './testing/sample-pack.ts';

const head = 'code,name_id,name_en,instruction_id,instruction_en,left_side,operator,right_side,left_missing,right_missing,tolerance,period_kind,level,basis,source_code,note_id,note_en\n';
const row = (code: string, sides: string): string => `${code},Nama,Name,,,${sides},skip_if_any,skip_if_any,,year,region,reading,,,\n`;

it('values that break a rule are told, and are no problem', () => {
  const pack = checkPack(writeSample({ 'validation-rules.csv': `${head}${row('held', '#{served},<=,#{people}')}${row('torn', '#{people},<=,#{served}')}` }));
  expect(pack.problems).toEqual([]);
  const found = violationsIn(pack.tables);
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['torn']));
  for (const { area, left, right } of found) expect([area, (left ?? 0) > (right ?? 0)]).toEqual(['99.77', true]);
});

it('Contoh has one rule that holds and one that is broken on purpose, and Muara Enim breaks none', () => {
  expect(violationsIn(checkPack('regions/99.01-contoh').tables)).toMatchObject([{ rule: 'pipa-kecamatan', area: '99.01', period: '2025Q4', left: 8706, right: 8720 }]);
  const real = checkPack('regions/16.03-muara-enim').tables;
  expect([violationsIn(real), real.get('indicators.validation_rule')?.length]).toEqual([[], 10]);
});
