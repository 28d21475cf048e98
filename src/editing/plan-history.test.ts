import { expect, it } from 'vitest';
import type { EditNode, PlanOperation, PlanVersion } from '#plan/index.ts';
import { planHistory } from './plan-history.ts';
import { toldOperation } from './plan-outline.ts';

type Placed = EditNode & { at: number };
const plan = { code: 'p', version: 2, shortNameId: 'RPJMD', shortNameEn: 'Plan', levels: [] } as unknown as PlanVersion;
const node = (code: string, more: Partial<Placed> = {}): Placed => ({ code, parentCode: 'v', at: 0, level: 'mission', textId: `Teks ${code}`, textEn: `Text ${code}`, shortId: null, shortEn: null, letter: null, weight: null, basis: 'document', servesCode: null, sourceCode: null, noteId: null, noteEn: null, links: [], funding: [], factors: [], contributions: [], ...more });
const operation = (kind: string, changes: PlanOperation['changes'], nodeCodes = changes.map(({ code }) => code)): PlanOperation => ({ regionCode: '99', planCode: 'p', planVersion: 2, revision: 1, at: new Date(0), actor: 'a', postId: null, kind, nodeCodes, undoes: null, changes });
const by = (): string => 'Perencana';
const told = (one: PlanOperation): string[] => planHistory({ lang: 'id', plan, operations: [one], address: '/x', more: false, by }).rows.flatMap(({ changes, more }) => [...changes.map(({ code, fields }) => `${code} ${fields.map(({ field, lines }) => `${field}: ${lines.map((line) => line.map(({ text }) => text).join('')).join(' & ')}`).join('; ')}`), ...(more ? [more] : [])]);

it('a weight and money are told with what they were and became', () => {
  expect(told(operation('weight', [{ code: 'm1', before: node('m1', { weight: '40' }), after: node('m1', { weight: '50' }) }]))).toEqual(['m1 Bobot: 40 → 50']);
  const money = (amount: string) => ({ period: '2025', amount, basis: 'reading', sourceCode: null, noteId: null, noteEn: null });
  expect(told(operation('fund', [{ code: 'm1', before: node('m1', { funding: [money('5')] }), after: node('m1', { funding: [money('1500000')] }) }]))).toEqual(['m1 Pagu indikatif: 2025: Rp5 → Rp1.500.000']);
});
it('several changes of one node are one', () => expect(told(operation('move', [{ code: 'm1', before: node('m1'), after: node('m1', { level: 'goal' }) }, { code: 'm1', before: node('m1', { level: 'goal' }), after: node('m1', { level: 'goal', parentCode: 'w', at: 1 }) }]))).toEqual(['m1 Tempat: Di bawah v, urutan ke-1 → Di bawah w, urutan ke-2; Jenjang: mission → goal']));
it('of many nodes the named one comes first, and the rest is counted', () => {
  const gone = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'v'].map((code) => ({ code, before: node(code), after: null }));
  const one = operation('remove', gone, ['v', 'a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(told(one)).toHaveLength(7);
  expect([told(one)[0], told(one).at(-1)]).toEqual(['v Tempat: Di bawah v, urutan ke-1; Bunyi: Teks v', 'dan 2 lagi']);
  expect(toldOperation('id', one, by).what).toBe('Hapus: v, a, b, c, d, e dan 2 lagi');
});
