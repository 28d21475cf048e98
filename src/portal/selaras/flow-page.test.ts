import { expect, test } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { flowPage } from './flow-page.ts';
import { sharedWords } from './shared-words.ts';

const page = flowPage(telling(aRegionModel(), 'id', ''), '/selaras/alur');

test('each way is a row, from promise to pillar, and says whose reading it is', () => {
  expect(plain(page.headline)).toBe('1 jalan dari janji sampai pilar');
  expect(page.rows.map((row) => [plain([row.mission]), row.programme, plain([row.initiative]), row.pillar && plain([row.pillar]), row.reading, row.reason])).toEqual([['Aparatur melayani', null, 'Layanan', 'Smart Governance', true, 'Namanya sama']]);
  expect(page.unserved.map((one) => plain([one]))).toEqual(['Miskin', 'Lingkungan lestari', 'Rakyat aman', 'Jalan baru']);
});

test('the drawing has every promise, and a ribbon for each step', () => {
  expect(page.wide?.ribbons.map((one) => one.tone)).toEqual(['gov', 'gov', 'gov']);
  expect(page.narrow?.nodes.filter((one) => one.bare)).toHaveLength(4);
});

test('without a plan there is nothing to draw', () => {
  const empty = flowPage(telling(aRegionModel({ plans: new Map() }), 'id', ''), '/selaras/alur');
  expect([empty.wide, empty.rows, plain(empty.headline)]).toEqual([null, [], 'Belum ada jalan dari janji sampai pilar']);
});

test('words that two visions share are found by their root', () => {
  expect(sharedWords('Rakyat yang sehat dan sejahtera', 'Kesehatan untuk semua', 'id')).toEqual([{ leaders: 'sehat', smart: 'Kesehatan' }]);
  expect(sharedWords('Uji yang sehat', 'Kabupaten Uji sehat', 'id', 'Kabupaten Uji')).toEqual([{ leaders: 'sehat', smart: 'sehat' }]);
  expect(sharedWords('dan untuk yang', 'untuk dan', 'id')).toEqual([]);
});
