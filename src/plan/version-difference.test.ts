import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditNode, nodesOf, treeOf } from './edit-tree.ts';
import { applyDifference, differenceOf } from './version-difference.ts';

const node = (code: string, parentCode: string | null, more: Partial<EditNode> = {}): EditNode => ({ code, parentCode, level: 'l', textId: `teks ${code}`, textEn: `text ${code}`, shortId: null, shortEn: null, letter: null, weight: null, basis: 'document', servesCode: null, sourceCode: null, noteId: null, noteEn: null, links: [], funding: [], factors: [], contributions: [], ...more });
const told = (before: EditNode[], after: EditNode[]): string[] => differenceOf(treeOf(before), treeOf(after)).map(({ code, what, moved, changed }) => `${code} ${what}${moved && what === 'kept' ? ` to ${moved.after.parentCode}/${moved.after.behind}` : ''}${changed.length > 0 ? ` ${changed.map(({ field }) => field).join()}` : ''}`);

describe('the difference of two versions', () => {
  it('tells what was added, removed, moved and changed', () => {
    const before = [node('r', null), node('a', 'r'), node('b', 'r'), node('c', 'r'), node('d', 'a')];
    const after = [node('r', null), node('c', 'r'), node('a', 'r', { textId: 'lain' }), node('b', 'r'), node('e', 'b'), node('d', 'b', { weight: '5' })];
    expect(told(before, after)).toEqual(['c kept to r/null', 'a kept textId', 'e added', 'd kept to b/e weight']);
    expect(told(after, before)).toEqual(['a kept textId', 'd kept to a/null weight', 'c kept to r/b', 'e removed']);
  });
  it('of the same is nothing', () => expect(told([node('r', null)], [node('r', null)])).toEqual([]));
});

const trees = fc.uniqueArray(fc.record({ code: fc.constantFrom(...'abcdefghijkl'), up: fc.nat(), text: fc.constantFrom('x', 'y'), weight: fc.option(fc.constantFrom('1', '2')), amount: fc.option(fc.constantFrom('1', '2')) }), { selector: ({ code }) => code, maxLength: 12 }).map((given) => {
  const nodes: EditNode[] = [];
  for (const { code, up, text, weight, amount } of given) nodes.push(node(code, nodes.length === 0 ? null : ((nodes[up % nodes.length] as EditNode).code), { textId: text, weight, funding: amount === null ? [] : [{ period: '2025', amount, basis: 'reading', sourceCode: null, noteId: null, noteEn: null }] }));
  return treeOf(nodes);
});

describe('whatever two versions are', () => {
  it('the difference of a and b applied to a gives b', () => {
    fc.assert(fc.property(trees, trees, (a, b) => {
      const made = applyDifference(a, differenceOf(a, b));
      expect(nodesOf(made)).toEqual(nodesOf(b));
      expect(nodesOf(made).length).toBe(b.nodes.size);
    }), { numRuns: 500 });
  });
});
