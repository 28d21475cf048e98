import { describe, expect, it } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { budgetPage } from './budget-page.ts';
import { anInSync } from './in-sync-samples.ts';
import { nothingPromised, type Promised } from './read-promised.ts';
import { selarasPage } from './selaras-page.ts';
import { treePage } from './tree-page.ts';

const model = aRegionModel();
const tell = telling(model, 'id', '');
const [plan] = [...model.plans.values()];
const linked = model.planLinks.find((one) => one.kind === 'initiative' && one.planCode === plan?.code);

describe('money in the cells', () => {
  it('is said to be unknown where the plan tells none: no cell has a figure, and none is zero', () => {
    const view = selarasPage(tell, anInSync(), nothingPromised);
    expect(view.budgetHref).toBeNull();
    expect(view.missions.flatMap((row) => row.cells).every((cell) => cell === null || cell.budget === null)).toBe(true);
    expect(plain(budgetPage(tell, nothingPromised).headline)).toMatch(/belum membawa pagu/);
  });
  it('stands above all money here: the missions themselves have links, so that nothing can be named', () => {
    const funding = [{ planCode: plan?.code ?? '', planVersion: plan?.version ?? 1, nodeCode: linked?.nodeCode ?? '', period: '2018', amount: '1500000000.50', basis: 'document', sourceCode: null, noteId: null, noteEn: null, regionCode: '16.03' }];
    const promised: Promised = { ...nothingPromised, funding };
    const view = budgetPage(tell, promised);
    expect(view.rows.map((row) => [row.id, row.sum.value, row.amounts.length])).toEqual([[`p-${linked?.nodeCode}`, '1500000000.5', 1]]);
    expect(selarasPage(tell, anInSync(), promised).budgetHref).toBe('/selaras/pagu');
    // Said once, of each link once, though it stands in the cells of several pillars; each cell counts its own.
    expect(plain(view.unfunded?.lead ?? [])).toMatch(/^\d+ tautan berdiri di atas program/);
    expect(new Set(view.unfunded?.links.map((one) => plain([one.thing]) + plain([one.node]))).size).toBe(view.unfunded?.links.length);
    for (const cell of view.cells) expect(plain(cell.unfunded ?? [])).toBe(`${view.unfunded?.links.filter((one) => one.cells.includes(cell.id)).length} tautan tanpa pagu`);
  });
});

describe('the performance tree', () => {
  it('of a plan that ends with its missions has no chain, and says so; an unknown mission is none', () => {
    const view = treePage(tell, nothingPromised, null);
    expect(view?.roots).toEqual([]);
    expect(plain(view?.headline ?? [])).toMatch(/Belum ada rantai hasil/);
    expect(view?.missions.length).toBeGreaterThan(1);
    expect(treePage(tell, nothingPromised, 'none')).toBeNull();
  });
  it('hangs success factors and agencies on the nodes of the chain, whatever the version', () => {
    if (!plan) throw new Error('no plan');
    const code = treePage(tell, nothingPromised, null)?.missions[0]?.href.split('=')[1];
    const mission = plan.nodes.find((node) => node.code === code);
    const node = (code: string, parentCode: string, level: string) => ({ ...mission, code, parentCode, level, text: { id: `Hasil ${code}`, en: `Result ${code}` }, short: null });
    const grown = { ...plan, levels: [...plan.levels, ...['goal', 'objective'].map((code) => ({ code, name: { id: code, en: code }, plural: { id: code, en: code } }))], nodes: [...plan.nodes, node('T1', mission?.code ?? '', 'goal'), node('S1', 'T1', 'objective')] };
    const with2 = aRegionModel({ plans: new Map([[plan.code, grown as typeof plan]]) });
    const of = { regionCode: '16.03', planCode: plan.code, planVersion: '', nodeCode: 'S1', textId: 'Datang tiap bulan', textEn: 'Come every month', basis: 'reading', sourceCode: null };
    const promised: Promised = { ...nothingPromised, factors: [{ ...of, code: 'hadir' }], contributions: [{ ...of, agencyCode: 'x', role: 'lead', factorCode: 'hadir' }] };
    const view = treePage(telling(with2, 'en', '/en'), promised, mission?.code ?? null);
    expect(view?.roots.map((one) => [one.code, one.kind, one.children.map((child) => child.kind)])).toEqual([['T1', 'Final outcome', ['Intermediate outcome']]]);
    expect(view?.roots[0]?.children[0]?.factors).toEqual([{ code: 'hadir', text: 'Come every month', reading: true, source: null }]);
    expect(view?.rows).toMatchObject([{ role: 'leads', factor: 'Come every month', reading: true }]);
    expect(view?.wide?.nodes.map((one) => one.label)).toEqual(['Result T1', 'Result S1', 'x']);
  });
});
