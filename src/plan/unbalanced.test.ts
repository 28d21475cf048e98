import { expect, it } from 'vitest';
import type { NodeChange, Placed } from './edit-tree.ts';
import { parentsOf } from './unbalanced.ts';

const at = (parentCode: string | null, weight: string | null = null): Placed => ({ code: 'x', parentCode, weight, at: 0, level: 'mission', textId: '', textEn: '', shortId: null, shortEn: null, letter: null, basis: 'document', servesCode: null, sourceCode: null, noteId: null, noteEn: null, links: [], funding: [], factors: [], contributions: [] });
const parents = (before: NodeChange['before'], after: NodeChange['after']): string[] => parentsOf([{ code: 'x', before, after }]);

it('a move touches both parents, a weight its own, an order none', () => {
  expect(parents(at('a'), at('b'))).toEqual(['a', 'b']);
  expect(parents(at('a', '40'), at('a', '50'))).toEqual(['a']);
  expect(parents(at('a'), { ...at('a'), at: 3 })).toEqual([]);
  expect([parents(null, at(null)), parents(at('a'), null)]).toEqual([[''], ['a']]);
});
