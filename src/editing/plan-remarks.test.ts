import { expect, it } from 'vitest';
import { remarksView, type RemarksGiven } from './plan-remarks.ts';

type Remark = RemarksGiven['remarks']['open'][number];
const remark = (more: Partial<Remark>): Remark => ({
  regionCode: '99.77', planCode: 'rpjmd', planVersion: 3, id: 'r', nodeCode: null, text: 'Belum jelas', at: new Date('2026-11-28'), postId: 'p1', ownerPostId: null, ownerAgency: null, dueOn: null, decided: null, closedAt: null, closedBy: null, node: null, ...more,
});
const view = (remarks: Partial<RemarksGiven['remarks']>) => remarksView({ lang: 'id', remarks: { open: [], closed: [], closedCount: 0, ...remarks }, agencies: new Map([['dinkes', 'Dinkes']]), by: (post, actor) => (post === 'p1' ? 'Pimpinan' : actor), hrefOf: (node) => `/?simpul=${node}` });

it('a remark says what it speaks of, who is to answer it, until when; and where the draft has that part no more', () => {
  const node = { textId: 'Warga sehat', textEn: 'Healthy people', shortId: null, shortEn: null };
  const { open } = view({ open: [remark({}), remark({ nodeCode: 'M1', node, ownerAgency: 'dinkes', dueOn: '2026-12-15' }), remark({ nodeCode: 'M9' })] });
  expect(open.map(({ about, asks }) => [about, asks])).toEqual([
    [{ text: 'Seluruh versi', href: null, gone: false }, null],
    [{ text: 'M1 Warga sehat', href: '/?simpul=M1', gone: false }, 'dijawab oleh Dinkes, sampai 15 Desember 2026'],
    [{ text: 'M9: bagian ini sudah tidak ada di rancangan', href: null, gone: true }, null],
  ]);
});
it('a closed one says who closed it and how; where not all are shown, how many there are', () => {
  const closed = [remark({ decided: 'change', closedAt: new Date('2026-11-29'), closedBy: 'p1' })];
  expect(view({ closed, closedCount: 1 })).toMatchObject({ newest: null, closed: [{ closed: { words: 'Ditutup oleh Pimpinan: sudah diubah.', at: new Date('2026-11-29') } }] });
  expect(view({ closed, closedCount: 1_234 }).newest).toBe('1 terbaru dari 1.234.');
});
