import { expect, it } from 'vitest';
import { neighbours, pageOf } from './paging.ts';

const rows = Array.from({ length: 201 }, (_, n) => n);

it('cuts a long list into pages of at most a hundred', () => {
  expect(pageOf(rows, 3)).toEqual({ rows: [200], page: 3, of: 3 });
  expect(pageOf([], 1)).toEqual({ rows: [], page: 1, of: 1 });
  expect(() => pageOf(rows, 4)).toThrow(expect.objectContaining({ code: 'page.unknown', status: 404 }));
});

it('leads to the pages beside, and keeps the filter', () => {
  expect(neighbours('/inisiatif', { pilar: 'smart-living', jenis: '' }, { page: 2, of: 3 })).toEqual({ before: '/inisiatif?pilar=smart-living', after: '/inisiatif?pilar=smart-living&halaman=3' });
  expect(neighbours('/inisiatif', {}, { page: 1, of: 1 })).toEqual({ before: null, after: null });
});
