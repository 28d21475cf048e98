import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '#kernel/faults.ts';
import { applyChanges, type EditNode, type EditTree, inverse, nodesOf, treeOf } from './edit-tree.ts';
import { inText, sumOf } from './exact.ts';
import { type Operation, operate, type Step, stepFor, unreadyIn } from './plan-operations.ts';
import type { PlanLevel } from './tables.ts';

const level = (code: string, component?: true): PlanLevel => ({ code, name: { id: code, en: code }, plural: { id: code, en: code }, ...(component ? { component } : {}) });
const levels = [level('vision'), level('mission', true), level('objective', true), level('strategy'), level('programme', true), level('activity', true)];
const texts = { textId: 'teks', textEn: 'text', shortId: null, shortEn: null, noteId: null, noteEn: null };
const node = (code: string, parentCode: string | null, of: string, weight: string | null = null, more: Partial<EditNode> = {}): EditNode => ({ code, parentCode, level: of, ...texts, letter: null, weight, basis: 'document', servesCode: null, sourceCode: null, links: [], funding: [], factors: [], contributions: [], ...more });
const money = (period: string, amount: string) => ({ period, amount, basis: 'document', sourceCode: 's', noteId: null, noteEn: null });
const link = (code: string, kind = 'indicator') => ({ kind, code, role: 'primary', weight: null, basis: 'document', reasonId: null, reasonEn: null, sourceCode: null, evidence: null });
const sample = (): EditTree => treeOf([
  node('V', null, 'vision'), node('M1', 'V', 'mission', '60'), node('M2', 'V', 'mission', '40'), node('S1', 'M1', 'objective', '30', { links: [link('i1')] }), node('S2', 'M1', 'objective', '70', { links: [link('i1'), link('i2')] }), node('A', 'S1', 'strategy'),
  node('P1', 'S1', 'programme', '45', { funding: [money('2025', '100.5'), money('2026', '7')] }), node('P2', 'S1', 'programme', '55', { funding: [money('2025', '1')] }), node('K1', 'P1', 'activity', '100'), node('S3', 'M2', 'objective'),
]);
const codes = (tree: EditTree): string => nodesOf(tree).map(({ code, level: of }) => `${code}:${of}`).join(' ');
const plain = (tree: EditTree): unknown => nodesOf(tree);
const done = (operation: Operation, tree = sample()): EditTree => applyChanges(tree, operate(tree, levels, operation));
const refused = (operation: Operation): unknown => {
  try {
    return operate(sample(), levels, operation);
  } catch (error) {
    return error instanceof Fault ? `${error.status} ${error.code} ${String(error.params.field)} ${String(error.params.given)}` : error;
  }
};

describe('operations', () => {
  it('add puts a node where it is wanted', () => expect(codes(done({ kind: 'add', parent: 'M1', at: 1, code: 'S9', level: 'objective', basis: 'reading', ...texts }))).toMatch(/P2:programme S9:objective S2/));

  it('a move in takes the next level, and what lies below goes along', () => expect(codes(done({ kind: 'move', node: 'S3', parent: 'S2' }))).toMatch(/S2:objective S3:programme/));
  it('a move within a level and out of it keeps texts and weights', () => {
    const out = done({ kind: 'move', node: 'P1', parent: 'M1', at: 1, level: 'objective' });
    expect(codes(out)).toBe('V:vision M1:mission S1:objective A:strategy P2:programme P1:objective K1:programme S2:objective M2:mission S3:objective');
    expect(out.nodes.get('P1')?.weight).toBe('45');
  });
  it('a split divides the weight, a merge adds it up, with links and money', () => {
    const two = done({ kind: 'split', node: 'S1', code: 'S1b', textId: 'a', textEn: 'b', weight: '12.5', below: ['P2'] });
    expect([two.nodes.get('S1')?.weight, two.nodes.get('S1b')?.weight, two.nodes.get('P2')?.parentCode, two.below.get('M1')]).toEqual(['17.5', '12.5', 'S1b', ['S1', 'S1b', 'S2']]);
    const one = done({ kind: 'merge', node: 'P2', into: 'P1' });
    expect([one.nodes.get('P1')?.weight, one.nodes.get('P1')?.funding.map(({ amount, basis }) => `${amount} ${basis}`)]).toEqual(['100', ['101.5 reading', '7 document']]);
    const merged = done({ kind: 'merge', node: 'S2', into: 'S1' });
    expect([merged.nodes.get('S1')?.links.map(({ code }) => code), merged.nodes.has('S2')]).toEqual([['i1', 'i2'], false]);
  });
  it('weights and money', () => {
    expect(done({ kind: 'weight', parent: 'S1', weights: { P1: '50', P2: '50' } }).nodes.get('P2')?.weight).toBe('50');
    expect(done({ kind: 'weight', parent: 'S1', weights: { P1: null, P2: null } }).nodes.get('P1')?.weight).toBe(null);
    expect(done({ kind: 'fund', amounts: { P1: { 2025: null, 2027: '99.95' } } }).nodes.get('P1')?.funding.map(({ period, amount }) => `${period} ${amount}`)).toEqual(['2026 7', '2027 99.95']);
  });
  it('steps: up, down, in, out', () => {
    const step = (code: string, go: Step): string => codes(done(stepFor(sample(), code, go)));
    expect(step('S2', 'up')).toBe('V:vision M1:mission S2:objective S1:objective A:strategy P1:programme K1:activity P2:programme M2:mission S3:objective');
    expect(step('P1', 'down')).toMatch(/A:strategy P2:programme P1:programme K1:activity S2/);
    expect(step('S2', 'in')).toMatch(/P2:programme S2:programme M2/);
    expect(step('P1', 'out')).toMatch(/P2:programme P1:objective K1:programme S2:objective/);
    for (const [code, go] of [['S1', 'up'], ['S2', 'down'], ['S1', 'in'], ['V', 'out']] as const) expect(() => step(code, go)).toThrow(expect.objectContaining({ code: 'plan.step', status: 422 }));
  });
  it('the indicators of a node count in the sum beside its parts', () => {
    const tree = sample();
    tree.nodes.set('S1', { ...(tree.nodes.get('S1') as EditNode), links: [{ ...link('i1'), weight: '40' }] });
    expect(() => operate(tree, levels, { kind: 'weight', parent: 'S1', weights: { P1: '50', P2: '50' } })).toThrow(expect.objectContaining({ code: 'plan.weight_sum' }));
    expect(operate(tree, levels, { kind: 'weight', parent: 'S1', weights: { P1: '36', P2: '24' } })).toHaveLength(2);
    expect(unreadyIn(tree, levels)).toEqual([{ node: 'S1', what: 'weight_sum', given: '140' }]);
  });
  it('a removal takes all that lies below', () => expect(codes(done({ kind: 'remove', node: 'S1' }))).toBe('V:vision M1:mission S2:objective M2:mission S3:objective'));

  it.each<[string, Operation, string]>([
    ['a cycle', { kind: 'move', node: 'M1', parent: 'P1' }, '422 plan.cycle parent P1'],
    ['below itself', { kind: 'move', node: 'M1', parent: 'M1' }, '422 plan.cycle parent M1'],
    ['two roots', { kind: 'add', parent: null, code: 'W', level: 'vision', basis: 'reading', ...texts }, '422 plan.two_roots parent W'],
    ['a root of a lower level', { kind: 'move', node: 'M1', parent: null }, '422 plan.root parent mission'],
    ['a code that is taken', { kind: 'add', parent: 'V', code: 'M1', level: 'mission', basis: 'reading', ...texts }, '422 plan.code_taken code M1'],
    ['a code that is none', { kind: 'add', parent: 'V', code: '<b>', level: 'mission', basis: 'reading', ...texts }, '422 plan.code code <b>'],
    ['no text', { kind: 'add', parent: 'V', code: 'M9', level: 'mission', basis: 'reading', ...texts, textId: ' ' }, '422 plan.text textId  '],
    ['a level that may not stand there', { kind: 'add', parent: 'S1', code: 'M9', level: 'mission', basis: 'reading', ...texts }, '422 plan.level level mission'],
    ['an unknown level', { kind: 'add', parent: 'S1', code: 'M9', level: 'zzz', basis: 'reading', ...texts }, '422 plan.level level zzz'],
    ['a level below the last', { kind: 'move', node: 'P1', parent: 'P2' }, '422 plan.level_below level K1'],
    ['a missing node', { kind: 'remove', node: 'X' }, '422 plan.node_missing node X'],
    ['a missing parent', { kind: 'move', node: 'M1', parent: 'X' }, '422 plan.node_missing parent X'],
    ['a weight that breaks its sum', { kind: 'weight', parent: 'S1', weights: { P1: '50' } }, '422 plan.weight_sum weights 105'],
    ['a weight for some alone', { kind: 'weight', parent: 'S1', weights: { P1: null } }, '422 plan.weight weights '],
    ['a weight below zero', { kind: 'weight', parent: 'S1', weights: { P1: '-1', P2: '101' } }, '422 plan.weight weights -1'],
    ['a weight of another branch', { kind: 'weight', parent: 'S1', weights: { M1: '1' } }, '422 plan.node_missing weights M1'],
    ['a split of all the weight', { kind: 'split', node: 'S1', code: 'n', textId: 'a', textEn: 'b', weight: '30', below: [] }, '422 plan.split_weight weight 30'],
    ['a split of a root', { kind: 'split', node: 'V', code: 'n', textId: 'a', textEn: 'b', weight: null, below: [] }, '422 plan.two_roots parent n'],
    ['a split with what does not lie below', { kind: 'split', node: 'S1', code: 'n', textId: 'a', textEn: 'b', weight: '1', below: ['M2'] }, '422 plan.not_below below M2'],
    ['a merge across levels', { kind: 'merge', node: 'S1', into: 'M1' }, '422 plan.merge_level into M1'],
    ['a merge with itself', { kind: 'merge', node: 'S1', into: 'S1' }, '422 plan.merge_self into S1'],
    ['money that is none', { kind: 'fund', amounts: { P1: { 2025: '-5' } } }, '422 plan.amount amount~P1~2025 -5'],
  ])('%s is refused', (_, operation, expected) => expect(refused(operation)).toBe(expected));

  it('what is not ready is told', () => {
    expect(unreadyIn(sample(), levels)).toEqual([]);
    const weighed = (own: EditNode['links'], parts: (string | null)[]) => treeOf([node('V', null, 'vision'), node('M1', 'V', 'mission', null, { links: own }), ...parts.map((weight, n) => node(`S${n}`, 'M1', 'objective', weight))]);
    const left = [{ node: 'M1', what: 'weight_sum', given: '40' }];
    expect([unreadyIn(weighed([{ ...link('i1'), weight: '40' }], []), levels), unreadyIn(weighed([{ ...link('i1'), weight: '40' }], [null]), levels), unreadyIn(weighed([{ ...link('i1'), weight: '40' }], ['60']), levels)]).toEqual([left, left, []]);
    expect(unreadyIn(weighed([{ ...link('a', 'initiative'), weight: '60' }, { ...link('b', 'initiative'), weight: '60' }], []), levels)).toEqual([{ node: 'M1', what: 'weight_sum', given: '120' }]);
    expect(unreadyIn(done({ kind: 'move', node: 'S2', parent: 'M2' }), levels)).toEqual([{ node: 'M1', what: 'weight_sum', given: '30' }, { node: 'M2', what: 'some_weights', given: '1' }]);
    expect(unreadyIn(treeOf([]), levels).map(({ what }) => what)).toEqual(['no_root']);
  });
});

/** Trees with levels that go down, and any operation on them, sensible or not. */
const trees = fc.array(fc.record({ up: fc.nat(), jump: fc.nat(1), weight: fc.option(fc.integer({ min: 1, max: 99 })), amount: fc.option(fc.integer({ min: 0, max: 10_000 })) }), { maxLength: 25 }).map((given) => {
  const nodes = [node('n0', null, 'vision')];
  for (const [n, { up, jump, weight, amount }] of given.entries()) {
    const above = nodes[up % nodes.length] as EditNode;
    const at = levels.findIndex(({ code }) => code === above.level) + 1 + jump;
    if (levels[at]) nodes.push(node(`n${n + 1}`, above.code, levels[at].code, weight === null ? null : String(weight), { funding: amount === null ? [] : [money('2025', String(amount))], links: jump ? [link('i1')] : [] }));
  }
  return treeOf(nodesOf(treeOf(nodes)));
});
const anyCode = fc.nat(9).map((n) => `n${n}`);
const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), node: anyCode, parent: anyCode, at: fc.nat(5) }),
  fc.record({ kind: fc.constant('add' as const), parent: anyCode, at: fc.nat(5), code: fc.constant('new'), level: fc.constantFrom(...levels.map(({ code }) => code)), basis: fc.constant('reading'), ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, fc.constant(value)])) }) as fc.Arbitrary<Operation>,
  fc.record({ kind: fc.constant('split' as const), node: anyCode, code: fc.constant('new'), textId: fc.constant('a'), textEn: fc.constant('b'), weight: fc.option(fc.integer({ min: 1, max: 40 }).map(String)), below: fc.array(anyCode, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('merge' as const), node: anyCode, into: anyCode }),
  fc.record({ kind: fc.constant('remove' as const), node: anyCode }),
  fc.record({ kind: fc.constant('fund' as const), amounts: fc.dictionary(anyCode, fc.dictionary(fc.constantFrom('2025', '2026'), fc.option(fc.nat(1000).map(String)), { noNullPrototype: true }), { maxKeys: 2, noNullPrototype: true }) }),
);
const sums = (tree: EditTree): string[] => [inText(sumOf(nodesOf(tree).map(({ weight }) => weight))), inText(sumOf(nodesOf(tree).flatMap(({ funding }) => funding.map(({ amount }) => amount))))];

describe('whatever is done', () => {
  it('undone gives the tree before; a move, a split and a merge keep the sums of weights and money', () => {
    let worked = 0;
    fc.assert(fc.property(trees, fc.array(operations, { minLength: 1, maxLength: 8 }), (before, all) => {
      let tree = before;
      const back: ReturnType<typeof inverse>[] = [];
      for (const operation of all) {
        let changes: ReturnType<typeof operate>;
        try {
          changes = operate(tree, levels, operation);
        } catch (error) {
          if (error instanceof Fault && error.status === 422) continue;
          throw error;
        }
        const next = applyChanges(tree, changes);
        if (['move', 'split', 'merge'].includes(operation.kind)) expect(sums(next)).toEqual(sums(tree));
        if (operation.kind === 'move') expect(nodesOf(next).map(({ code, weight }) => `${code} ${weight}`).sort()).toEqual(nodesOf(tree).map(({ code, weight }) => `${code} ${weight}`).sort());
        expect(nodesOf(next).length).toBe(next.nodes.size); // no node hangs on nothing, none in a cycle
        back.push(inverse(changes));
        tree = next;
        worked += 1;
      }
      for (const changes of back.reverse()) tree = applyChanges(tree, changes);
      expect(plain(tree)).toEqual(plain(before));
    }), { numRuns: 400 });
    expect(worked).toBeGreaterThan(200);
  });
});
