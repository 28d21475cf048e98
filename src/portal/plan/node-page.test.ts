import { describe, expect, it } from 'vitest';
import type { PlanNode, RegionModel } from '../region-model.ts';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { nodePage } from './node-page.ts';
import { addressOfPlan } from './plan-page.ts';

const page = (code: string, model: RegionModel = aRegionModel(), lang: 'id' | 'en' = 'id') => nodePage(telling(model, lang, ''), 'rpjmd-2018', code);
const front = (model: RegionModel) => model.plans.get('rpjmd-2018') as NonNullable<ReturnType<RegionModel['plans']['get']>>;

describe('the page of a node', () => {
  it('tells score, coverage and bounds, each opening to the same explanation', () => {
    const { score, measures, mark } = page('m1');
    expect(mark).toMatchObject({ state: 'scored', level: 4 });
    expect(score?.why).toBe('/mengapa/rencana/rpjmd-2018/m1/2023');
    expect(plain(score?.coverage ?? [])).toContain('atu dari dua');
    expect(plain(score?.bounds ?? [])).toMatch(/42,3.*92,3/);
    expect(measures.map((row) => row.code)).toEqual(['MISKIN', 'STUNTING']);
    expect(plain(measures[0]?.target ?? [])).toContain('8%');
    expect(measures[1]?.target).toBeNull();
  });
  it('tells how many measures stand below without counting', () => {
    expect(page('m1').outside).toBeNull();
    const model = aRegionModel();
    model.planLinks.push({ ...(model.planLinks.find((one) => one.kind === 'indicator' && one.nodeCode === 'm1') as (typeof model.planLinks)[number]), code: 'ONE_MORE' });
    expect(plain(page('m1', model).outside ?? [])).toBe('Satu ukuran lain di bawahnya tidak ikut dinilai.');
  });
  it('says why there is no score, each lack in its own words', () => {
    expect(page('m4').unscored).toContain('Belum ada ukuran');
    expect(page('m2').unscored).toContain('Belum ada target');
    expect(page('m2').score).toBeNull();
  });
  it('keeps the levels apart: declared components, and what stands beside', () => {
    const model = aRegionModel();
    front(model).levels[1] = { ...(front(model).levels[1] as { code: string; name: never; plural: never }), component: true };
    const strategy: PlanNode = { ...(front(model).nodes[1] as PlanNode), code: 's1', parentCode: 'visi', level: 'strategi' };
    front(model).levels.push({ code: 'strategi', name: { id: 'strategi', en: 'strategy' }, plural: { id: 'strategi', en: 'strategies' } });
    front(model).nodes.push(strategy);
    expect(page('visi', model).children.map((group) => [group.component, group.rows.length])).toEqual([[true, 5], [false, 1]]);
  });
  it('links a node to what it serves in the parent plan, and back', () => {
    const model = aRegionModel();
    const child = { ...front(model), code: 'renstra', parentCode: 'rpjmd-2018', nodes: [{ ...(front(model).nodes[1] as PlanNode), planCode: 'renstra', code: 'r1', parentCode: null, servesCode: 'm2' }] };
    model.plans.set('renstra', child);
    expect(nodePage(telling(model, 'id', ''), 'renstra', 'r1').serves?.href).toBe('/rencana/rpjmd-2018/m2');
    expect(page('m2', model).servedBy.map((one) => one.href)).toEqual(['/rencana/renstra/r1']);
  });
  it.each([['nope', 'm1', 'plan.unknown'], ['rpjmd-2018', 'nope', 'node.unknown']])('says which of %s / %s is unknown', (plan, node, code) => expect(() => nodePage(telling(aRegionModel(), 'id', ''), plan, node)).toThrow(code));
});

it('a plan has no page of its own: it leads to the page of plans, and an unknown one names those that are known', () => {
  const tell = telling(aRegionModel(), 'en', '/en');
  expect(addressOfPlan(tell, 'rpjmd-2018')).toBe('/en/rencana#plan-rpjmd-2018');
  for (const ask of [() => addressOfPlan(tell, 'x'), () => nodePage(tell, 'x', 'm1')]) expect(ask).toThrow(expect.objectContaining({ code: 'plan.unknown', status: 404, params: { given: 'x', expected: [...aRegionModel().plans.keys()].join(', '), list: '/en/rencana' } }));
});
