import { expect, it } from 'vitest';
import type { Post, Role } from '#people/index.ts';
import { menuOf } from './menu-of.ts';

const post = (role: Role): Post => ({ id: role, accountId: 'a', role, agencyCode: 'layanan', areaCode: null, pillarCode: null, acting: false, fromDay: '2026-01-01', untilDay: null });

it.each<[Role, string[]]>([
  ['operator', ['/kerja', '/kerja/tabel', '/kerja/impor', '/siklus', '/kerja/rencana', '/kerja/ubah', '/kerja/tautan', '/kerja/temuan']],
  ['programme_office', ['/kerja', '/kerja/impor', '/siklus', '/kerja/rencana', '/kerja/ubah', '/kerja/tautan', '/kerja/temuan', '/kerja/masterplan']],
  ['pillar_lead', ['/kerja', '/siklus', '/kerja/rencana', '/kerja/tautan', '/kerja/temuan', '/kerja/masterplan', '/kerja/tinjauan']],
  ['verifier', ['/kerja', '/siklus', '/kerja/rencana', '/kerja/tautan', '/kerja/temuan']],
  ['administrator', ['/kerja/ubah']],
])('%s sees the ways that lead to something', (role, menu) => {
  expect(menuOf([post(role)])).toEqual(menu);
});
it('shows several posts what any of them may do, and nobody nothing', () => {
  expect(menuOf([post('verifier'), post('operator')])).toEqual(menuOf([post('operator')]));
  expect(menuOf([])).toEqual([]);
});
