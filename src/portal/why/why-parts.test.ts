import { expect, it } from 'vitest';
import type { RegionTx } from '#kernel/regions.ts';
import { nodeKey, type NodeScore } from '../region-model.ts';
import { aCell, aRegionModel, aTarget, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { whyPage } from './why-page.ts';
import type { Block, WhyPage } from './why-views.ts';

const read = async <T>(_: (tx: RegionTx) => Promise<T>): Promise<T> => ({ values: [], history: [] }) as T;
const tables = (page: WhyPage, id: string) => page.knots.find((knot) => knot.id === id)?.blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table') ?? [];
const aScore = (code: string, over: Partial<NodeScore>): NodeScore => ({
  tree: 'pillar', treeCode: 'mp', nodeCode: code, period: '2023', value: 84.66, class: 4, known: 1, declared: 3, knownWeight: 0.5, declaredWeight: 2, low: 20, high: 90, stated: null, parts: [], ...over,
});

/** Smart Economy with two parts: one of two measures known in the first, none in the second. */
function pillarModel() {
  const model = aRegionModel();
  const eco = model.masterplan?.pillars.find((one) => one.code === 'eco');
  eco?.subDimensions.push({ code: 'ECO-B', pillarCode: 'eco', position: 1, name: { id: 'Bagian kedua', en: 'Second part' }, sourceCode: 'bps' });
  const link = (indicatorCode: string, subDimensionCode: string) => ({ indicatorCode, pillarCode: 'eco', subDimensionCode, weight: null, basis: 'document' as const, reason: null, sourceCode: null });
  model.pillarLinks = [link('MISKIN', 'ECO-A'), link('STUNTING', 'ECO-A'), link('JALAN', 'ECO-B')];
  const node = (code: string, value: number | null) => ({ kind: 'node' as const, code, weight: 1, value, applicable: true });
  model.nodeScores.set(nodeKey('pillar', 'mp', 'eco'), [aScore('eco', { stated: 70, parts: [node('ECO-A', 84.66), node('ECO-B', null)] })]);
  model.nodeScores.set(nodeKey('pillar', 'mp', 'ECO-A'), [aScore('ECO-A', { knownWeight: 1, declaredWeight: 2 })]);
  return model;
}

it('says what is known inside each part, and why the mean has another weight', async () => {
  const page = await whyPage(telling(pillarModel(), 'id', ''), 'pilar/smart-economy', read);
  const [parts] = tables(page, 'bagian');
  expect(parts?.rows.map((row) => row.cells.map((cell) => cell.parts && plain(cell.parts)))).toEqual([['1', 'bobot 1 dari 2', '84,7 capaian tinggi', '84,7'], ['1', 'bobot 0 dari 1', null, 'tidak dihitung']]);
  const note = page.knots.find((knot) => knot.id === 'bagian')?.blocks.find((block) => block.kind === 'note');
  expect(note?.kind === 'note' && plain(note.parts)).toContain('Bobot yang diketahui 0,5 dari 2');
  expect(page.hero.facts.map((fact) => `${fact.label}: ${plain(fact.value ?? [])}`)).toContain('Menurut pernyataan sendiri: 70,0');
});

it('groups the measures by part, each once, so that coverage can be counted', async () => {
  const page = await whyPage(telling(pillarModel(), 'id', ''), 'pilar/smart-economy', read);
  const groups = tables(page, 'ukuran');
  expect(groups.map((group) => [plain(group.heading ?? []), group.rows.map((row) => [plain(row.head), row.measure])])).toEqual([
    ['Bagian pertama', [['Penduduk miskin', 'known'], ['Balita stunting', 'unknown']]], ['Bagian kedua', [['Jalan kondisi mantap', 'unknown']]],
  ]);
});

it('takes no other plan’s achievement for known', async () => {
  const model = pillarModel();
  const [found] = [...model.achievements.values()].flat();
  model.achievements = bySlot([...model.achievements.values()].flat().concat(found ? [{ ...found, indicatorCode: 'STUNTING', planCode: 'renstra' }] : []));
  const rows = tables(await whyPage(telling(model, 'id', ''), 'pilar/smart-economy', read), 'ukuran').flatMap((group) => group.rows);
  expect(rows.filter((row) => row.measure === 'known').map((row) => plain(row.head))).toEqual(['Penduduk miskin']);
});

it('counts no measure of a node that was not declared a part', async () => {
  const model = aRegionModel();
  const plan = model.plans.get('rpjmd-2018');
  const [first] = plan?.nodes.slice(1) ?? [];
  if (!plan || !first) throw new Error('the sample has nodes');
  plan.nodes.push({ ...first, code: 's1', parentCode: 'm1', level: 'sasaran', depth: 2 }, { ...first, code: 's2', parentCode: 'm1', level: 'catatan', depth: 2 });
  plan.levels.push({ code: 'sasaran', name: { id: 'sasaran', en: 'objective' }, plural: { id: 'sasaran', en: 'objectives' }, component: true });
  model.planLinks = model.planLinks.map((one) => ({ ...one, nodeCode: one.code === 'MISKIN' ? 's1' : one.code === 'STUNTING' ? 's2' : one.nodeCode }));
  model.nodeScores.set(nodeKey('plan', 'rpjmd-2018', 'm1'), [aScore('m1', { tree: 'plan', treeCode: 'rpjmd-2018', known: 1, declared: 1, knownWeight: 1, declaredWeight: 1, parts: [{ kind: 'node', code: 's1', weight: 1, value: 84.66, applicable: true }] })]);
  const rows = tables(await whyPage(telling(model, 'id', ''), 'rencana/rpjmd-2018/m1', read), 'ukuran').flatMap((group) => group.rows);
  expect(rows.map((row) => plain(row.head))).toEqual(['Penduduk miskin']);
});

it('follows a measure whose year is told by its last quarter', async () => {
  const model = aRegionModel({ cells: new Map([['MISKIN', [aCell('MISKIN', '2023Q4', 9.45)]]]), targets: bySlot([aTarget('MISKIN', '2023', '8')]) });
  model.achievements = bySlot([...model.achievements.values()].flat().map((one) => ({ ...one, valuePeriod: '2023Q4' })));
  const page = await whyPage(telling(model, 'id', ''), 'rencana/rpjmd-2018/m1', read);
  expect(plain(tables(page, 'bagian')[0]?.rows[0]?.sub ?? [])).toBe('9,45%, target 8%');
  const thread = page.knots.find((knot) => knot.id === 'capaian');
  expect(thread?.blocks[0]?.kind === 'sum' && thread.blocks[0].terms.map((term) => plain(term.label))).toEqual(['target', 'angka, triwulan IV 2023', 'capaian tinggi']);
});
