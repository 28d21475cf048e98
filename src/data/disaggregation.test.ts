import { describe, expect, it } from 'vitest';
import { categoriesOf, elementIn, inOrder, keysOf, partsBy, withParts } from './disaggregation.ts';

const option = (categoryCode: string, code: string) => ({ categoryCode, code, nameId: `${code} id`, nameEn: `${code} en` });
const options = [option('sex', 'P'), option('sex', 'L'), option('age', 'old'), option('age', 'kid')];
const element = { code: 'A', categories: 'sex;age', nameId: 'Jiwa', nameEn: 'People' };
const categories = [['L', 'P'], ['kid', 'old']];

describe('parts of an element', () => {
  it('knows its categories in their order, options by code', () => expect(categoriesOf([element, { code: 'B', categories: null }], options)).toEqual(new Map([['A', categories]])));
  it.each([[['P', 'kid'], ['P', 'kid']], [['kid', 'P'], ['P', 'kid']], [['P'], ['P']], [[], []], [['L', 'P'], null], [['x'], null], [['P', 'P'], null]])('%j in order is %j', (given, expected) => expect(inOrder(categories, given)).toEqual(expected));
  it.each([[[], [['L'], ['P']]], [['L'], [['L', 'kid'], ['L', 'old']]], [['kid'], [['L', 'kid'], ['P', 'kid']]], [['L', 'kid'], []]])('%j has the parts %j', (given, expected) => expect(partsBy(categories, given)).toEqual(expected));
  it('has a key for each, its own first; none beyond the most', () => {
    expect(keysOf('A', categories)).toEqual(['A', 'A.kid', 'A.old', 'A.L', 'A.L.kid', 'A.L.old', 'A.P', 'A.P.kid', 'A.P.old']);
    expect(keysOf('A')).toEqual(['A']);
    expect(keysOf('A', Array.from({ length: 20 }, (_, n) => [`${n}a`, `${n}b`]))).toEqual(['A']);
    expect(elementIn('A.L.kid')).toBe('A');
  });
  it('is named with its options', () => expect(withParts([element], options).map((one) => [one.code, one.nameEn]).slice(0, 5)).toEqual([['A', 'People'], ['A.kid', 'People (kid en)'], ['A.old', 'People (old en)'], ['A.L', 'People (L en)'], ['A.L.kid', 'People (L en, kid en)']]));
});
