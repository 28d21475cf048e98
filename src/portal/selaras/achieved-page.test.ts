import { expect, it } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { achievedPage } from './achieved-page.ts';
import { anInSync } from './in-sync-samples.ts';
import { selarasPage } from './selaras-page.ts';

const tell = telling(aRegionModel(), 'id', '');

it('each cell counts its measures by where they stand, each once, and opens to which they are', () => {
  const page = achievedPage(tell);
  expect(page.cells.map((cell) => [cell.id, plain(cell.counts), cell.groups.map((group) => `${group.achieved}: ${group.indicators.map((one) => plain([one])).join()}`)])).toMatchInlineSnapshot(`
    [
      [
        "x-m1-eco",
        "satu belum tercapai, satu tanpa target",
        [
          "missed: Penduduk miskin",
          "no_target: Balita stunting",
        ],
      ],
      [
        "x-m2-gov",
        "satu tanpa target",
        [
          "no_target: Indeks reformasi birokrasi",
        ],
      ],
      [
        "x-m3-env",
        "satu tanpa target",
        [
          "no_target: Kualitas lingkungan hidup",
        ],
      ],
    ]
  `);
  const shown = selarasPage(tell, anInSync()).missions.flatMap((row) => row.cells.flatMap((cell) => cell ?? []));
  for (const cell of page.cells) expect(shown.find((one) => one.id === cell.id)?.achieved).toEqual({ counts: cell.counts, href: `/selaras/capaian#${cell.id}` });
  for (const cell of page.cells) expect(cell.groups.flatMap((group) => group.indicators).length).toBe(shown.find((one) => one.id === cell.id)?.measures.length);
});
it('without a plan there is nothing to count, and the page says so', () => {
  const page = achievedPage(telling(aRegionModel({ plans: new Map() }), 'en', '/en'));
  expect([plain(page.headline), page.cells]).toEqual(['No indicator is linked to a mission and a pillar yet', []]);
});
