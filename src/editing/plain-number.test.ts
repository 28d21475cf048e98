import { expect, it } from 'vitest';
import { rupiah } from '#kernel/pack-columns.ts';
import { rowFrom } from './edit-form.ts';
import { plainNumber } from './plain-number.ts';

it.each([
  ['2.500.000.000', '2500000000'], ['2,500,000,000', '2500000000'], ['1.500.000,50', '1500000.5'], ['1,500.50', '1500.5'], ['Rp 2.500.000', '2500000'], ['Rp. 1.500', '1500'], ['1 500 000', '1500000'], ['12,5', '12.5'], ['0', '0'],
  ['1,500', '1,500'], ['dua miliar', 'dua miliar'], ['1.50.000', '1.50.000'], ['-5', '-5'], ['1e9', '1e9'], ['', ''],
])('money %s is read as %s in Indonesian', (given, plain) => expect(plainNumber(given, 'id', 'money')).toBe(plain));
it.each([['12,125', 'id', '12.125'], ['12.125', 'en', '12.125'], ['33,5', 'en', '33.5'], ['12.125', 'id', '12.125'], ['33,333', 'en', '33.333'], ['1.250.000', 'id', '1250000']] as const)('a share %s in %s is %s', (given, lang, plain) => expect(plainNumber(given, lang, 'share')).toBe(plain));

it('money of a form is read like money of a plan, quoted as it was typed, and told its limit', () => {
  const columns = [rupiah('cost_estimate')];
  expect(rowFrom(columns, { cost_estimate: '2.500.000.000' }, 'id')).toMatchObject({ data: { cost_estimate: '2500000000' } });
  for (const [given, lang, told] of [['dua miliar', 'id', /Tertulis "dua miliar"; seharusnya rupiah/], ['9'.repeat(19), 'id', /di bawah satu triliun juta/], ['9'.repeat(19), 'en', /below 1,000,000,000,000,000,000/]] as const)
    expect(rowFrom(columns, { cost_estimate: given }, lang)).toMatchObject({ errors: { cost_estimate: expect.stringMatching(told) } });
});
