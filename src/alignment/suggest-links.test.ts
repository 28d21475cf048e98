import { describe, expect, it } from 'vitest';
import { type LinkedThing, type SuggestInput, suggestLinks } from './suggest-links.ts';
import { likenessOf, stemsOf, trigramsOf } from './text-likeness.ts';

const thing = (code: string, name: string, rest: Partial<LinkedThing> = {}): LinkedThing => ({ kind: 'initiative', code, name, about: '', agencies: [], indicators: [], ...rest });
const node = (code: string, text: string, rest: Partial<SuggestInput['nodes'][number]> = {}) => ({ code, parentCode: 'v', text, agencies: [], indicators: [], ...rest });
const input = (rest: Partial<SuggestInput> = {}): SuggestInput => ({
  things: [thing('bank-sampah', 'Bank sampah sekolah', { about: 'Sekolah menimbang sampah terpilah.' })],
  nodes: [node('v', 'Sejahtera', { parentCode: null }), node('m1', 'Pengelolaan persampahan di sekolah'), node('m2', 'Meningkatnya derajat kesehatan'), node('m3', 'Jalan antardesa yang mantap')],
  links: [], ...rest,
});

describe('what two texts have in common', () => {
  it('is found by stems: a prefix and a suffix change no word', () => {
    expect([...stemsOf('Perekonomian yang berdaya saing').keys()]).toContain([...stemsOf('ekonomi').keys()][0]);
    expect(stemsOf('Persentase jumlah dan yang').size).toBe(0);
  });
  it('and by three characters at a time', () => {
    expect(likenessOf(trigramsOf('sampah'), trigramsOf('sampah'))).toBe(1);
    expect(likenessOf(trigramsOf('sampah'), trigramsOf('jalan'))).toBeLessThan(0.1);
    expect(likenessOf(trigramsOf(''), trigramsOf(''))).toBe(0);
  });
});

describe('suggestions', () => {
  it('name the words that speak for them', () => {
    const [first, ...rest] = suggestLinks(input());
    expect(first).toMatchObject({ code: 'bank-sampah', nodeCode: 'm1', indicators: [], agencies: [] });
    expect(first?.words).toEqual(expect.arrayContaining(['persampahan', 'sekolah']));
    expect(rest).toEqual([]);
  });
  it('are not made where the thing serves the node already, there or below it', () => {
    expect(suggestLinks(input({ links: [{ kind: 'initiative', code: 'bank-sampah', nodeCode: 'm1' }] }))).toEqual([]);
    const below = input({ links: [{ kind: 'initiative', code: 'bank-sampah', nodeCode: 'p1' }] });
    below.nodes.push(node('p1', 'Program kebersihan', { parentCode: 'm1' }));
    expect(suggestLinks(below)).toEqual([]);
  });
  it('are made by a shared indicator, and stronger with a shared agency, which is not enough alone', () => {
    const nodes = [node('m1', 'Jalan mantap', { indicators: ['ROAD'], agencies: ['pu'] }), node('m2', 'Air bersih', { agencies: ['pu'] })];
    const by = (rest: Partial<LinkedThing>) => suggestLinks({ things: [thing('peta', 'Peta lubang', rest)], nodes, links: [] });
    expect(by({ agencies: ['pu'] })).toEqual([]);
    const [one] = by({ indicators: ['ROAD'] });
    const [two] = by({ indicators: ['ROAD'], agencies: ['pu'] });
    expect(one).toMatchObject({ nodeCode: 'm1', indicators: ['ROAD'] });
    expect(two?.strength).toBeGreaterThan(one?.strength ?? 1);
  });
  it('are at most three for a thing, the strongest first, and the same whatever the order of what is given', () => {
    const nodes = ['m1', 'm2', 'm3', 'm4', 'm5'].map((code, n) => node(code, `Sampah sekolah terpilah ${'desa kota pasar kantor rumah'.split(' ').slice(0, n).join(' ')}`));
    const all = suggestLinks(input({ nodes }));
    expect(all.map((one) => one.nodeCode)).toEqual(['m1', 'm2', 'm3']);
    expect(suggestLinks(input({ nodes: [...nodes].reverse() }))).toEqual(all);
  });
  it('of 20,000 nodes and 200 initiatives take no longer than a page may', () => {
    const word = (n: number): string => `kata${(n * 7919) % 4_001}`;
    const nodes = Array.from({ length: 20_000 }, (_, n) => node(`n${n}`, [n, n + 1, n + 3, n * 2, n * 3].map(word).join(' ')));
    const things = Array.from({ length: 200 }, (_, n) => thing(`i${n}`, [n, n + 1, n + 5].map(word).join(' ')));
    const began = performance.now();
    suggestLinks({ things, nodes, links: [] });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
