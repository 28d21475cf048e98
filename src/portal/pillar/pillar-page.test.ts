import { describe, expect, it } from 'vitest';
import { aCell, aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { pillarList, pillarPage } from './pillar-page.ts';

const tell = (model = aRegionModel(), lang: 'id' | 'en' = 'id') => telling(model, lang, '');

describe('the page of a pillar', () => {
  it('puts measures under their sub-dimension, the others apart, and says where there is none', () => {
    const { groups } = pillarPage(tell(), 'smart-economy');
    expect(groups.map((group) => [group.code, group.rows.map((row) => row.code)])).toEqual([['ECO-A', []], ['eco', ['MISKIN', 'STUNTING']]]);
  });
  it('counts what it holds, and marks our readings with their reason', () => {
    const page = pillarPage(tell(), 'smart-economy');
    expect(plain(page.holds)).toBe('Dua ukuran, satu punya target, satu membaik, satu memburuk; satu program.');
    expect(page.groups[1]?.rows[0]?.reading).toBe('Namanya sama');
    expect(page.serves.map((one) => one.href)).toEqual(['/rencana/rpjmd-2018/m1']);
  });
  it('draws no more than twelve years, and all on one scale', () => {
    const model = aRegionModel();
    model.cells.set('MISKIN', [aCell('MISKIN', '1999', 30), aCell('MISKIN', '2017', 13), aCell('MISKIN', '2023', 9)]);
    const { span, groups } = pillarPage(tell(model), 'smart-economy');
    expect(span).toEqual({ from: 2012, to: 2023 });
    expect(groups[1]?.rows[0]?.points.map((one) => one.period)).toEqual(['2017', '2023']);
  });
  it('says which slug is unknown, and which there are', () => expect(() => pillarPage(tell(), 'smart-nothing')).toThrow(/pillar.unknown.*smart-governance/));
});

describe('the list of pillars', () => {
  it('tells states while not all are scored', () => expect(plain(pillarList(tell()).headline)).toBe('Tiga pilar: satu membaik, satu bercampur, satu baru punya satu angka'));
  it('has a page without a masterplan', () => {
    const page = pillarList(tell(aRegionModel({ masterplan: null }), 'en'));
    expect(page.rows).toEqual([]);
    expect(plain(page.headline)).toContain('No masterplan');
  });
});
