import { expect, test } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { findingsAbout } from './finding-views.ts';
import { findingsPage } from './findings-page.ts';
import { anInSync } from './in-sync-samples.ts';
import { indexPage } from './index-page.ts';

const tell = telling(aRegionModel(), 'id', '');

test('findings stand by rule, each with the thing it speaks of, its page, why and how to mend it', () => {
  const page = findingsPage(tell, anInSync());
  expect(plain(page.headline)).toBe('3 hal belum nyambung');
  expect(page.rules.map((one) => [one.id, one.rows.map((row) => [row.kind, row.name, row.href])])).toEqual([
    ['aturan-mission-unserved', [['Bagian rencana', 'Rakyat aman (RPJMD 2018–2023)', '/rencana/rpjmd-2018/m4'], ['Bagian rencana', 'rpjmd-2018/9/m4', null]]],
    ['aturan-indicator-without-owner', [['Ukuran', 'Penduduk miskin', '/indikator/MISKIN']]],
  ]);
  expect(page.rules[0]).toMatchObject({ severity: 'Celah: ada yang belum ada', source: expect.stringContaining('Evaluasi') });
});

test('what was let stand has its reason and its day; what could not be asked is never told as good', () => {
  const page = findingsPage(tell, anInSync());
  expect(page.excepted.map((one) => [one.name, one.reason, plain([one.until])])).toEqual([['Festival', 'Sudah direncanakan', '31 Januari 2027']]);
  expect(page.unasked.map((one) => [one.id, one.lacks])).toEqual([['aturan-council-silent', 'dewan dan rapatnya']]);
  const report = { findings: [], excepted: [], notChecked: [] };
  expect(plain(findingsPage(tell, anInSync({ report })).headline)).toBe('Semua yang dapat ditanya nyambung');
});

test('a long list is paged, and a page after the last is refused', () => {
  const sample = anInSync();
  const findings = Array.from({ length: 450 }, () => sample.report.findings[2] as (typeof sample.report.findings)[number]);
  const many = anInSync({ report: { ...sample.report, findings } });
  expect(findingsPage(tell, many, 3)).toMatchObject({ pages: { page: 3, of: 3, before: '/selaras/temuan?halaman=2', after: null }, unasked: [] });
  expect(findingsPage(tell, many, 3).rules[0]?.rows).toHaveLength(50);
  expect(() => findingsPage(tell, many, 4)).toThrow('page.unknown');
});

test('beside a thing stand its own findings alone', () => {
  expect(findingsAbout(tell, anInSync(), 'indicator', 'MISKIN')).toEqual([{ name: 'Ukuran tanpa pemilik', severity: 'Celah: ada yang belum ada', says: 'Tidak ada perangkat daerah', mend: 'Tetapkan perangkat daerahnya.', href: '/selaras/temuan#aturan-indicator-without-owner' }]);
  expect(findingsAbout(tell, anInSync(), 'node', 'rpjmd-2018/1/m1')).toEqual([]);
});

test('the index opens: each part with its share and what is missing, or why it is not known', () => {
  const page = indexPage(tell, anInSync());
  expect(plain(page.headline)).toBe('Indeks selaras: 62,5');
  expect(plain(page.bounds)).toContain('nol semua, indeksnya 20,8; bila penuh semua, 87,5');
  expect(page.parts.map((one) => [one.id, one.share?.shown ?? null, plain(one.counted), one.missing.length])).toEqual([
    ['bagian-objectives-served', '25,0', '1 dari 4', 3], ['bagian-initiatives-serving', '100,0', '2 dari 2', 0], ['bagian-budget', null, '', 0], ['bagian-targets-agree', null, '', 0], ['bagian-indicators-alive', null, '', 0], ['bagian-in-documents', null, '', 0],
  ]);
  expect(page.parts[2]?.unknown).toBe('belum ada pagu indikatif di satu rencana pun');
  expect(page.command).toBe('node docs/in-sync.mjs PACK 2026-11-24');
  expect(page.history.map((one) => [one.plan, plain(one.version), one.value?.shown, one.inForce])).toEqual([['RPJMD 2018–2023', 'versi 1', '62,5', true]]);
});

test('an index of which nothing is known says so', () => {
  const { index } = anInSync();
  const page = indexPage(tell, anInSync({ index: { ...index, value: null, known: 0 } }));
  expect([page.value, plain(page.headline)]).toEqual([null, 'Indeks selaras: belum dapat dihitung']);
});
