import { describe, expect, it } from 'vitest';
import { Fault } from '#kernel/faults.ts';
import { applyChanges, type EditNode, inverse, nodesOf, treeOf } from './edit-tree.ts';
import { type Operation, operate } from './plan-operations.ts';
import { mostResults } from './result-operation.ts';

const level = (code: string) => ({ code, name: { id: code, en: code }, plural: { id: code, en: code } });
const levels = [level('vision'), level('mission')];
const said = { textId: 'Datang tiap bulan', textEn: 'Come every month', basis: 'reading', sourceCode: null };
const node = (code: string, parentCode: string | null, more: Partial<EditNode> = {}): EditNode => ({ code, parentCode, level: parentCode === null ? 'vision' : 'mission', textId: 'a', textEn: 'b', shortId: null, shortEn: null, letter: null, weight: null, basis: 'document', servesCode: null, sourceCode: null, noteId: null, noteEn: null, links: [], funding: [], factors: [], contributions: [], ...more });
const tree = treeOf([node('V', null), node('M1', 'V', { factors: [{ code: 'hadir', ...said }], contributions: [{ agencyCode: 'dinkes', role: 'lead', factorCode: 'hadir', ...said }] }), node('M2', 'V', { factors: [{ code: 'air', ...said }] })]);
const after = (operation: Operation, of = 'M1') => { const { factors, contributions } = applyChanges(tree, operate(tree, levels, operation)).nodes.get(of) as EditNode; return [factors.map((one) => `${one.code} ${one.textEn}`), contributions.map((one) => `${one.agencyCode} ${one.role} ${one.factorCode ?? '-'}`)]; };
const refused = (operation: Operation): string => { try { operate(tree, levels, operation); return 'nothing'; } catch (error) { return error instanceof Fault ? `${error.status} ${error.code} ${String(error.params.field)}` : String(error); } };
const factor = (code: string, fresh: boolean, factor: typeof said | null = said): Operation => ({ kind: 'factor', node: 'M1', code, fresh, factor });
const contribution = (agency: string, fresh: boolean, more: Partial<{ role: string; factorCode: string | null }> | null = {}): Operation => ({ kind: 'contribution', node: 'M1', agency, fresh, contribution: more && { role: 'contributor', factorCode: null, ...said, ...more } });

describe('success factors and contributions of a node', () => {
  it('are added, changed and taken away; who contributed to a factor that goes contributes to the node', () => {
    expect(after(factor('air', true))).toEqual([['air Come every month', 'hadir Come every month'], ['dinkes lead hadir']]);
    expect(after(factor('hadir', false, { ...said, textEn: 'Be there' }))).toEqual([['hadir Be there'], ['dinkes lead hadir']]);
    expect(after(factor('hadir', false, null))).toEqual([[], ['dinkes lead -']]);
    expect(after(contribution('bappeda', true, { factorCode: 'hadir' }))).toEqual([['hadir Come every month'], ['bappeda contributor hadir', 'dinkes lead hadir']]);
    expect(after(contribution('dinkes', false, null))).toEqual([['hadir Come every month'], []]);
  });
  it('are refused where they are wrong', () => {
    expect([factor('hadir', true), factor('none', false), factor('a b', true), factor('x', true, { ...said, textEn: ' ' }), factor('x', true, { ...said, textId: 'x'.repeat(4_001) }), factor('x', true, { ...said, basis: 'guess' })].map(refused))
      .toEqual(['422 plan.factor_twice code', '422 plan.factor_missing code', '422 plan.code code', '422 plan.text textEn', '422 plan.too_long textId', '422 plan.factor_basis basis']);
    expect([contribution('dinkes', true), contribution('none', false), contribution('x', true, { role: 'boss' }), contribution('x', true, { factorCode: 'air' })].map(refused))
      .toEqual(['422 plan.factor_twice agency', '422 plan.factor_missing agency', '422 plan.contribution_role role', '422 plan.factor_missing factor']);
    const full = treeOf([node('V', null, { factors: Array.from({ length: mostResults }, (_, n) => ({ code: `f${n}`, ...said })) })]);
    expect(() => operate(full, levels, { kind: 'factor', node: 'V', code: 'one-more', fresh: true, factor: said })).toThrow(/factor_many/);
  });
  it('undone they are as before; a merge takes them along, a split leaves them', () => {
    for (const operation of [factor('hadir', false, null), contribution('dinkes', false, null), factor('air', true), { kind: 'merge', node: 'M1', into: 'M2' } as Operation]) {
      const changes = operate(tree, levels, operation);
      expect(nodesOf(applyChanges(applyChanges(tree, changes), inverse(changes)))).toEqual(nodesOf(tree));
    }
    expect(after({ kind: 'merge', node: 'M1', into: 'M2' }, 'M2')).toEqual([['air Come every month', 'hadir Come every month'], ['dinkes lead hadir']]);
    const merged = (more: Partial<EditNode>) => { const some = treeOf([node('V', null), node('A', 'V', { factors: [{ code: 'F1', ...said, textEn: 'Water' }], contributions: [{ agencyCode: 'pu', role: 'lead', factorCode: 'F1', ...said }] }), node('B', 'V', { factors: [{ code: 'F1', ...said, textEn: 'People' }], ...more })]); const { factors, contributions } = applyChanges(some, operate(some, levels, { kind: 'merge', node: 'A', into: 'B' })).nodes.get('B') as EditNode; return [factors.map((one) => `${one.code} ${one.textEn}`), contributions.map((one) => `${one.agencyCode} ${one.factorCode}`)]; };
    expect(merged({})).toEqual([['F1 People', 'F1-2 Water'], ['pu F1-2']]);
    expect(() => merged({ contributions: [{ agencyCode: 'pu', role: 'contributor', factorCode: null, ...said }] })).toThrow(/contribution_clash/);
    expect(after({ kind: 'split', node: 'M1', code: 'M3', textId: 'c', textEn: 'd', weight: null, below: [] }, 'M3')).toEqual([[], []]);
  });
});
