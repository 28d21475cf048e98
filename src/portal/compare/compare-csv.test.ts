import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Fault } from '#kernel/faults.ts';
import { aCell, aRegionModel } from '../samples.ts';
import { telling } from '../telling.ts';
import { compareCsv, csvColumns } from './compare-csv.ts';
import { harmless, plainNumber } from '#kernel/csv.ts';
import type { Read } from './compare-read.ts';

/** The store answers the sources of the data values. */
const read = (async () => [{ elementCode: 'MISKIN', areaCode: '16.99', period: '2023', seriesCode: 'utama', sourceCode: 'bps' }]) as unknown as Read;
const csv = (query: string, model = aRegionModel()) => compareCsv(telling(model, 'id', ''), new URLSearchParams(query), read);

describe('the comparison as CSV', () => {
  it('has one row a cell, with target, achievement, source, and why a value is missing', async () => {
    const rows = parse(await csv('indikator=MISKIN&indikator=RB&dari=2021&sampai=2023'), { columns: true }) as Record<(typeof csvColumns)[number], string>[];
    expect(Object.keys(rows[0] ?? {})).toEqual([...csvColumns]);
    expect(rows.map((row) => [row.indicator_code, row.period, row.value])).toEqual([['MISKIN', '2021', ''], ['MISKIN', '2023', '9.45'], ['RB', '2021', '59.42'], ['RB', '2023', '']]);
    expect(rows[1]).toMatchObject({ region: '16.99', area_code: '16.99', unit: 'persen', target: '8', target_comparison: 'equal', achievement: '84.66', plan: 'RPJMD 2018–2023', quality: 'final', origin: 'reported', sources: 'BPS, Statistik daerah, 2023', note: '' });
    expect(rows[0]?.note).not.toBe('');
  });
  it('ends lines as RFC 4180 wants, and quotes what needs it', async () => {
    const model = aRegionModel();
    const found = model.indicators.get('MISKIN');
    if (found) model.indicators.set('MISKIN', { ...found, name: { id: 'Miskin, "ekstrem"\nsaja', en: 'x' } });
    const text = await csv('indikator=MISKIN', model);
    expect(text.split('\r\n').length).toBeGreaterThan(2);
    expect((parse(text, { columns: true }) as Record<string, string>[])[0]?.indicator_name).toBe('Miskin, "ekstrem"\nsaja');
  });
  it('runs nothing in a spreadsheet', async () => {
    expect(['=1+1', '+62', '@SUM(A1)', '-kecil', '\tx', '\rx', '\nx', '-1=2', '\n=1', ' =1', '\u00a0+1', '\ufeff=1', '\u200b=1', '＝1', '＋1', '－1', '＠x', '\n＝1'].map(harmless).every((cell) => cell.startsWith("'"))).toBe(true);
    expect(['-4.5', '-4', '12', 'a=b', '', ' a'].map(harmless)).toEqual(['-4.5', '-4', '12', 'a=b', '', ' a']);
    const model = aRegionModel();
    const found = model.indicators.get('MISKIN');
    if (found) model.indicators.set('MISKIN', { ...found, name: { id: '=HYPERLINK("x")', en: 'x' } });
    expect((parse(await csv('indikator=MISKIN', model), { columns: true }) as Record<string, string>[])[0]?.indicator_name).toBe(`'=HYPERLINK("x")`);
  });
  it('writes numbers plainly', () => {
    expect([1e21, 1e-7, -2.5, 0, null].map(plainNumber)).toEqual(['1000000000000000000000', '0.0000001', '-2.5', '0', '']);
    expect([1e-25, -1.5e-9, 1.25e22, -1e300].map(plainNumber)).toEqual([`0.${'0'.repeat(24)}1`, '-0.0000000015', `125${'0'.repeat(20)}`, `-1${'0'.repeat(300)}`]);
    for (const n of [5e-324, 1.7976931348623157e308, 1.2345678901234567e-20, 9007199254740992]) expect([plainNumber(n).includes('e'), Number(plainNumber(n))]).toEqual([false, n]);
  });
  it('keeps a text together where a semicolon parts cells', async () => {
    const model = aRegionModel();
    const found = model.indicators.get('MISKIN');
    if (found) model.indicators.set('MISKIN', { ...found, name: { id: 'Miskin;=1+1', en: 'x' }, short: { id: 'a', en: 'a' } });
    const text = await csv('indikator=MISKIN&dari=2023', model);
    expect(text).toContain(',"Miskin;=1+1",');
    if (found) model.indicators.set('MISKIN', { ...found, name: { id: 'Miskin\nsekali', en: 'x' } });
    expect(await csv('indikator=MISKIN&dari=2023', model)).toContain(',"Miskin\nsekali",');
  });
  it('says in every row how many earlier periods were left out', async () => {
    const model = aRegionModel();
    model.cells.set('RB', Array.from({ length: 48 }, (_, n) => aCell('RB', `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`, n)));
    const rows = parse(await csv('indikator=RB', model), { columns: true }) as Record<string, string>[];
    expect([rows.length, rows[0]?.period, new Set(rows.map((row) => row.earlier_periods_left_out))]).toEqual([30, '2021-07', new Set(['18'])]);
    const whole = parse(await csv('indikator=RB&dari=2022', model), { columns: true }) as Record<string, string>[];
    expect([whole.length, whole[0]?.earlier_periods_left_out]).toEqual([24, '0']);
    await expect(csv('indikator=RB&dari=2020', model)).rejects.toMatchObject({ status: 400 });
  });
  it('refuses what the page refuses', async () => {
    await expect(csv('indikator=TIDAK')).rejects.toBeInstanceOf(Fault);
    await expect(csv('dari=2025&sampai=2019')).rejects.toMatchObject({ status: 400 });
    await expect(csv('dari=9999')).rejects.toMatchObject({ params: { given: 'dari: 9999', expected: '1900–2200' } });
    await expect(csv(Array.from({ length: 13 }, (_, n) => `indikator=${n}`).join('&'))).rejects.toMatchObject({ params: { expected: 'at most 12' } });
  });
});
