import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tables } from '#kernel/pack-part.ts';
import { contentTables } from '../pack.ts';
import { applyDifference, type Content, contentOf, type Data, differenceOf, keyOf, withDraft, writeContent } from './draft-content.ts';
import { isOpen, lacking, stateAfter } from './draft-states.ts';

const tableOf = (name: string) => contentTables.find((table) => table.name === name) as (typeof contentTables)[number];
const [swot, roadmap] = [tableOf('masterplan.swot'), tableOf('masterplan.roadmap')];
const tables = [swot, roadmap];
const text = fc.oneof(fc.constant(null), fc.string({ maxLength: 5 }), fc.record({ id: fc.string({ maxLength: 3 }), en: fc.string({ maxLength: 3 }) }));
const swots = fc.uniqueArray(fc.record({ code: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), side: fc.constantFrom('strength', 'threat'), text_id: text }), { selector: (row) => row.code });
const steps = fc.uniqueArray(fc.record({ initiative_code: fc.constantFrom('x', 'y'), period: fc.constantFrom('2026', '2027'), step_id: text, cost_estimate: fc.constantFrom(null, '10', '1000000') }), { selector: (row) => `${row.initiative_code} ${row.period}` });
const content: fc.Arbitrary<Content> = fc.record({ 'masterplan.swot': swots, 'masterplan.roadmap': steps }) as never;
const sorted = (given: Content): Content => contentOf(tables, new Map(tables.map((table) => [table.name, (given[table.name] ?? []).map((data) => ({ file: '', line: 0, data }))])));

describe('the difference of two versions', () => {
  it('applied to the first gives the second, and of the same it is none', () => {
    fc.assert(fc.property(content, content, (before, after) => {
      expect(writeContent(applyDifference(tables, before, differenceOf(tables, before, after)))).toBe(writeContent(sorted(after)));
      expect(differenceOf(tables, before, before)).toEqual([]);
    }));
  });
  it('read backwards undoes it', () => {
    fc.assert(fc.property(content, content, (before, after) => {
      const back = differenceOf(tables, before, after).map((one) => ({ ...one, before: one.after, after: one.before }));
      expect(writeContent(applyDifference(tables, after, back))).toBe(writeContent(sorted(before)));
    }));
  });
  it('names the fields that differ', () => {
    const [a, b] = [{ code: 'a', text_id: 'x', side: 'threat' }, { code: 'a', text_id: 'y', side: 'threat' }];
    expect(differenceOf(tables, { 'masterplan.swot': [a] }, { 'masterplan.swot': [b] })).toEqual([{ subject: 'masterplan.swot', key: 'a', before: a, after: b, fields: ['text_id'] }]);
  });
});

const there = (rows: Record<string, Data[]>): Tables => new Map(Object.entries(rows).map(([name, all]) => [name, all.map((data) => ({ file: '', line: 0, data }))]));

describe('a draft', () => {
  it('is rows over what is in force; what was changed in force meanwhile is told', () => {
    const rows = [{ subject: swot.name, key: 'a', definition: { code: 'a', text_id: 'new' }, before: { code: 'a', text_id: 'old' } }, { subject: swot.name, key: 'b', definition: null, before: { code: 'b', text_id: 'b' } }];
    const fresh = withDraft(contentTables, there({ [swot.name]: [{ code: 'a', text_id: 'old' }, { code: 'b', text_id: 'b' }, { code: 'c', text_id: 'c' }] }), rows);
    expect([fresh.outdated, fresh.wanted.get(swot.name)?.map(({ data }) => data)]).toEqual([[], [{ code: 'a', text_id: 'new' }, { code: 'c', text_id: 'c' }]]);
    const late = withDraft(contentTables, there({ [swot.name]: [{ code: 'a', text_id: 'other' }] }), rows);
    expect(late.outdated.map(({ key, now }) => [key, now])).toEqual([['a', { code: 'a', text_id: 'other' }]]); // b is gone as the draft wants it
  });
  it('takes an initiative\'s steps and links away with it', () => {
    const { wanted } = withDraft(contentTables, there({ 'masterplan.initiative': [{ code: 'x' }, { code: 'y' }], [roadmap.name]: [{ initiative_code: 'x', period: '2026' }, { initiative_code: 'y', period: '2026' }], 'plan.link': [{ kind: 'initiative', code: 'x' }, { kind: 'indicator', code: 'x' }] }), [{ subject: 'masterplan.initiative', key: 'x', definition: null, before: { code: 'x' } }]);
    expect([roadmap.name, 'plan.link'].map((name) => wanted.get(name)?.map(({ data }) => data.kind ?? data.initiative_code))).toEqual([['y'], ['indicator']]);
  });
  it('has a key of all columns that make it one', () => expect(keyOf(roadmap, { initiative_code: 'x', period: '2026' })).toBe('x / 2026'));
});

describe('states', () => {
  it.each([['draft', 'propose', 'proposed'], ['proposed', 'take_back', 'draft'], ['proposed', 'adopt', 'adopted'], ['draft', 'adopt', null], ['adopted', 'take_back', null], ['adopted', 'withdraw', null], ['withdrawn', 'propose', null], ['proposed', 'propose', null]] as const)('%s, %s: %s', (state, step, after) => expect(stateAfter(state, step)).toBe(after));
  it.each<[Parameters<typeof lacking>[0], string[]]>([
    [{ decision: 'keep', text: null, ownerAgency: null, dueOn: null }, []], [{ decision: 'change', text: null, ownerAgency: null, dueOn: null }, ['text', 'ownerAgency', 'dueOn']], [{ decision: 'change', text: 'x', ownerAgency: 'a', dueOn: '2026-12-01' }, []], [{ decision: 'drop', text: null, ownerAgency: null, dueOn: null }, ['text']],
  ])('%j lacks %j', (wish, lacks) => expect(lacking(wish)).toEqual(lacks));
  it('a decision to keep is never open', () => expect([isOpen({ decision: 'keep', closedAt: null }), isOpen({ decision: 'drop', closedAt: null }), isOpen({ decision: 'drop', closedAt: new Date(0) })]).toEqual([false, true, false]));
});
