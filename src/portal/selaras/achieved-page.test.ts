import { expect, it } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { achievedOf } from './achieved.ts';
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
it('what another plan promised is no achievement of this one, and a target that is due without a value is not on the way', () => {
  const model = aRegionModel();
  const [slot, achieved] = [...model.achievements].find(([, all]) => all.some((one) => one.met !== null)) ?? [];
  if (!slot || !achieved) throw new Error('the sample has something judged');
  const code = [...model.indicators.keys()].find((one) => slot.startsWith(one)) ?? '';
  expect(achievedOf(model, code)).toBe('missed');
  const [target] = model.targets.get(slot) ?? [];
  if (!target) throw new Error('the sample has a target');
  const having = (targets: Partial<typeof target>[], planCode: string) => achievedOf(aRegionModel({ achievements: new Map([[slot, achieved.map((one) => ({ ...one, planCode }))]]), targets: new Map([[slot, targets.map((one) => ({ ...target, ...one }))]]) }), code);
  const [elsewhere, here] = ['rpjmd-1999', 'rpjmd-2018'];
  expect(having([{ planCode: elsewhere, period: '2023' }], elsewhere)).toBe('no_target');
  expect(having([{ planCode: here, period: '2024' }], elsewhere)).toBe('waiting');
  expect(having([{ planCode: here, period: '2027' }], elsewhere)).toBe('ahead');
  expect([having([{ planCode: '', period: '2023' }], elsewhere), having([{ planCode: '', period: '2024' }], elsewhere)]).toEqual(['waiting', 'no_target']);
});
