import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type EditLink, type EditNode, inverse, treeOf } from './edit-tree.ts';
import type { LinkOperation } from './link-operation.ts';
import { operate } from './plan-operations.ts';

const texts = { textId: 't', textEn: 't', shortId: null, shortEn: null, noteId: null, noteEn: null };
const content = { role: 'primary', weight: null, basis: 'reading', reasonId: 'a', reasonEn: 'b', sourceCode: null, evidence: null };
const link = (code: string, weight: string | null = null, kind = 'indicator'): EditLink => ({ kind, code, ...content, weight });
const node = (code: string, parentCode: string | null, level: string, more: Partial<EditNode> = {}): EditNode => ({ code, parentCode, level, ...texts, letter: null, weight: null, basis: 'document', servesCode: null, sourceCode: null, links: [], funding: [], factors: [], contributions: [], ...more });
const levels = [{ code: 'goal', name: { id: '', en: '' }, plural: { id: '', en: '' } }, { code: 'part', name: { id: '', en: '' }, plural: { id: '', en: '' }, component: true as const }];
const tree = (links: EditLink[] = [], part: string | null = null) => treeOf([node('G', null, 'goal', { links }), node('P', 'G', 'part', { weight: part })]);
const op = (code: string, rest: Partial<LinkOperation> = {}): LinkOperation => ({ kind: 'link', node: 'G', of: 'indicator', code, fresh: true, link: content, weights: {}, ...rest });
const after = (from: ReturnType<typeof tree>, operation: LinkOperation) => applyChanges(from, operate(from, levels, operation)).nodes.get('G')?.links.map((one) => `${one.kind} ${one.code} ${one.weight ?? ''}`.trim());
const code = (from: ReturnType<typeof tree>, operation: LinkOperation): string => {
  try {
    operate(from, levels, operation);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a link of a node', () => {
  it('is added, changed and taken away', () => {
    expect(after(tree(), op('a'))).toEqual(['indicator a']);
    expect(after(tree([link('a')]), op('a', { fresh: false, link: { ...content, role: 'supporting' } }))).toEqual(['indicator a']);
    expect(after(tree([link('a'), link('b')]), op('a', { fresh: false, link: null }))).toEqual(['indicator b']);
  });
  it.each([
    ['a duplicate', tree([link('a')]), op('a'), 'plan.link_twice'],
    ['one that is not there', tree(), op('a', { fresh: false, link: null }), 'plan.link_missing'],
    ['a weight of one that is not there', tree(), op('a', { weights: { z: '1' } }), 'plan.link_missing'],
    ['an unknown role', tree(), op('a', { link: { ...content, role: 'x' } }), 'plan.link_role'],
    ['an unknown basis', tree(), op('a', { link: { ...content, basis: 'x' } }), 'plan.link_basis'],
    ['a reading without a reason', tree(), op('a', { link: { ...content, reasonEn: null } }), 'plan.link_reason'],
    ['a node that is not there', tree(), op('a', { node: 'X' }), 'plan.node_missing'],
    ['a weight of zero', tree(), op('a', { link: { ...content, weight: '0' } }), 'plan.link_weight'],
    ['a weight that is no number', tree(), op('a', { link: { ...content, weight: '1e3' } }), 'plan.link_weight'],
    ['a weight beside one without', tree([link('b')]), op('a', { link: { ...content, weight: '50' } }), 'plan.link_weights'],
    ['none beside weighed parts', tree([], '100'), op('a'), 'plan.link_weights'],
    ['a sum that is not 100', tree([link('b', '60')]), op('a', { link: { ...content, weight: '50' } }), 'plan.link_sum'],
    ['a sum that is not 100 with the parts', tree([], '60'), op('a', { link: { ...content, weight: '50' } }), 'plan.link_sum'],
    ['what is left after one goes', tree([link('a', '40'), link('b', '60')]), op('a', { fresh: false, link: null }), 'plan.link_sum'],
    ['shares of initiatives above 100', tree([link('b', '60', 'initiative')]), op('a', { of: 'initiative', link: { ...content, weight: '41' } }), 'plan.link_share'],
  ])('refuses %s', (_, from, operation, expected) => expect(code(from, operation)).toBe(expected));
  it('takes the weights of its sisters along, so that one save keeps the sum', () => {
    expect(after(tree([link('b', '100')]), op('a', { link: { ...content, weight: '40' }, weights: { b: '60' } }))).toEqual(['indicator a 40', 'indicator b 60']);
    expect(after(tree([link('a', '40'), link('b', '60')]), op('a', { fresh: false, link: null, weights: { b: '100' } }))).toEqual(['indicator b 100']);
    expect(after(tree([link('b', '0.6')], '0.2'), op('a', { link: { ...content, weight: '0.2' } }))).toEqual(['indicator a 0.2', 'indicator b 0.6']);
  });
  it('a reason may be changed where a pack brought weights that are no 100', () => expect(code(tree([link('a', '2'), link('b', '1')]), op('a', { fresh: false, link: { ...content, weight: '2', reasonId: 'lain' } }))).toBe('taken'));
  it('whatever is done, undone it is as before', () => {
    const some = fc.array(fc.record({ code: fc.constantFrom('a', 'b', 'c'), of: fc.constantFrom('indicator' as const, 'initiative' as const), fresh: fc.boolean(), gone: fc.boolean(), weight: fc.constantFrom(null, '30', '70', '100') }), { maxLength: 12 });
    fc.assert(fc.property(some, (all) => {
      let now = tree([link('a', '100')]);
      for (const { code: one, of, fresh, gone, weight } of all) {
        try {
          const changes = operate(now, levels, op(one, { of, fresh, link: gone ? null : { ...content, weight } }));
          const next = applyChanges(now, changes);
          expect(applyChanges(next, inverse(changes)).nodes).toEqual(now.nodes);
          now = next;
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^plan\.link/);
        }
      }
    }));
  });
});
