import { expect, it } from 'vitest';
import { linkList, linksOfPage, rejectedOfPage } from './link-list.ts';

type Given = Parameters<typeof linkList>[0];
const plan = { code: 'rpjmd', version: 1, status: 'adopted', draft: null, shortNameId: 'RPJMD', shortNameEn: 'Plan' } as Given['plan'];
const link = (n: number): Given['links'][number] => ({ kind: 'initiative', code: `i${n}`, nodeCode: 'M1', role: 'primary', weight: null, basis: 'reading', reasonId: 'sebab', reasonEn: null, evidence: null });
const rejected = (n: number): Given['rejected'][number] => ({ kind: 'initiative', code: `i${n}`, nodeCode: 'M1', reason: `alasan ${n}`, because: {}, at: new Date('2026-11-28'), actor: 'a', postId: null });
const many = <T>(n: number, of: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => of(at));
const view = (given: Partial<Given>) => linkList({
  lang: 'id', plans: [plan], plan, names: { things: new Map(), nodes: new Map([['M1', { id: 'Misi', en: 'Mission' }]]), agencies: new Map() }, links: [], suggested: null, rejected: [], rejectedFrom: 0, may: true, by: () => 'Perencana', address: '/kerja/tautan', plansHref: '/kerja/rencana',
  q: '', from: 0, suggestedFrom: 0, said: null, answer: null, ...given,
});

it('what was rejected stands in pages, whether suggestions were asked for or not', () => {
  expect(view({ rejected: many(rejectedOfPage, rejected) }).rejected).toMatchObject({ next: null, first: null, rows: many(rejectedOfPage, (n) => ({ key: `M1~initiative~i${n}`, told: { reason: `alasan ${n}` } })) });
  const first = view({ rejected: many(rejectedOfPage + 1, rejected) }).rejected;
  expect([first.rows.length, first.next, first.first]).toEqual([rejectedOfPage, `/kerja/tautan?rencana=rpjmd&versi=1&ditolak=${rejectedOfPage}#ditolak`, null]);
  expect(view({ rejected: [rejected(30)], rejectedFrom: rejectedOfPage }).rejected).toMatchObject({ next: null, first: '/kerja/tautan?rencana=rpjmd&versi=1&ditolak=0#ditolak' });
});
it('links stand in pages of what was read; suggestions of a large plan are asked for', () => {
  const page = view({ links: many(linksOfPage + 1, link), q: 'sa mpah' });
  expect([page.links.length, page.next, page.suggested.ask]).toEqual([linksOfPage, `/kerja/tautan?rencana=rpjmd&versi=1&q=sa%20mpah&mulai=${linksOfPage}#tautan`, '/kerja/tautan?rencana=rpjmd&versi=1&usulan=1#usulan']);
  const open = { kind: 'initiative' as const, nodeCode: 'M1', words: [], likeness: 0, indicators: [], agencies: [] };
  const { rows } = view({ suggested: { open: [{ ...open, code: 'serves' }, { ...open, code: 'loose' }], serving: new Set(['serves']) } }).suggested;
  expect(rows.map(({ key, mends }) => [key, mends !== null])).toEqual([['M1~initiative~loose', true], ['M1~initiative~serves', false]]);
});
