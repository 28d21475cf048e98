import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, type ValueType } from './read-number.ts';

const told = (given: string, type: ValueType, lang: 'id' | 'en' | null): string => {
  const read = readNumber(given, type, lang);
  return 'value' in read ? read.value : 'readings' in read ? read.readings.join(' or ') : read.problem;
};

describe('a typed number', () => {
  it.each<[string, ValueType, 'id' | 'en' | null, string]>([
    ['1316', 'integer', 'id', '1316'], [' 1 316 ', 'integer', 'id', '1316'], ['0', 'number', 'id', '0'], ['-0', 'number', 'id', '0'], ['−3,25', 'number', 'id', '-3.25'], ['+7', 'number', 'id', '7'], ['007', 'integer', 'id', '7'],
    ['1.250', 'number', 'id', '1250'], ['1,25', 'number', 'id', '1.25'], ['1.250.000', 'number', 'id', '1250000'], ['1.250,5', 'number', 'id', '1250.5'], ['1,250.5', 'number', 'id', '1250.5'], ['12.5', 'number', 'id', '12.5'],
    ['1,250', 'number', 'id', '1250 or 1.25'], ['1,250', 'integer', 'id', '1250'], ['1.250', 'number', 'en', '1250 or 1.25'], ['1,250', 'number', 'en', '1250'], ['1.250', 'number', null, '1250 or 1.25'], ['1,250', 'number', null, '1250 or 1.25'], ['1.250', 'integer', null, '1250'],
    ['0.250', 'number', 'id', '0.25'], ['0,125', 'number', 'id', '0.125'], ['12,40', 'number', 'id', '12.4'],
    ['10 20', 'number', 'id', 'text'], ['1 20 300', 'integer', 'id', 'text'], ['1 200,5', 'number', 'id', '1200.5'], ['1\u00a0200\u00a0300', 'integer', 'id', '1200300'],
    ['', 'number', 'id', 'empty'], ['  ', 'number', 'id', 'empty'], ['dua belas', 'number', 'id', 'text'], ['12 orang', 'number', 'id', 'text'], ['1e5', 'number', 'id', 'text'], ['0x1F', 'number', 'id', 'text'], ['=1+1', 'number', 'id', 'text'],
    ['1.2.3', 'number', 'id', 'text'], ['1,', 'number', 'id', 'text'], [',5', 'number', 'id', 'text'], ['1.25,000', 'number', 'id', 'text'], ['12,5', 'integer', 'id', 'whole'], ['2', 'boolean', 'id', 'yes_no'], ['1', 'boolean', 'id', '1'],
    ['123456789012345678901', 'number', 'id', 'digits'], ['٣٤', 'number', 'id', 'text'], ['１２', 'integer', 'id', '12'], ['1'.repeat(5000), 'number', 'id', 'digits'],
  ])('%s as %s in %s is %s', (given, type, lang, expected) => expect(told(given, type, lang)).toBe(expected));

  it('reads back what a page of the same language shows', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const value = String(Number(`${whole}.${String(cents).padStart(2, '0')}`));
      for (const [lang, locale] of [['id', 'id-ID'], ['en', 'en-GB']] as const) {
        expect(told(new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(value)), 'number', lang)).toBe(value === '-0' ? '0' : value);
      }
    }));
  });
});
