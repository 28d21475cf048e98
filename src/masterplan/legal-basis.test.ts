import { expect, it } from 'vitest';
import { splitLegalBasis } from './legal-basis.ts';

it.each([['Perbup 7/2026, 2026-11-20', 'Perbup 7/2026', '2026-11-20'], ['Perbup 7, 2026', 'Perbup 7, 2026', null], ['a, b, 2026-01-02', 'a, b', '2026-01-02'], ['', '', null]])('%j is %j of %j', (text, number, day) =>
  expect(splitLegalBasis(text)).toEqual({ number, day }));
