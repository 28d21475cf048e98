import { describe, expect, it } from 'vitest';
import type { PackProblem } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { boundariesPart } from './boundaries-part.ts';
import { mostPositions } from './boundary.ts';

const ring = [[0, 0], [1, 0], [1, 1], [0, 0]];
const feature = (over: object = {}): object => ({ type: 'Feature', properties: { code: 'a', source_code: 's' }, geometry: { type: 'Polygon', coordinates: [ring] }, ...over });
const collection = (...features: unknown[]): object => ({ type: 'FeatureCollection', features });

function read(content: string): { tables: Tables; said: string[] } {
  const tables: Tables = new Map();
  const problems: PackProblem[] = [];
  boundariesPart.read('boundaries.geojson', content, tables, (problem) => problems.push(problem));
  return { tables, said: problems.map((p) => `${p.line ?? ''} ${p.field}: ${p.given}; ${p.expected}`) };
}
/** Written over several lines, as most tools do. */
const said = (given: unknown): string[] => read(JSON.stringify(given, null, 1)).said;
const geometry = (type: string, coordinates: unknown): object => collection(feature({ geometry: { type, coordinates } }));

describe('boundaries.geojson', () => {
  it('is written one feature a line, sorted by code, numbers at their shortest, directions as given', () => {
    const clockwise = [[0.1, 0], [0.1, 1], [1, 1], [0.1, 0]];
    const { tables, said: none } = read(JSON.stringify(collection(feature({ properties: { source_code: 's', code: 'b' } }), feature({ geometry: { coordinates: [[clockwise]], type: 'MultiPolygon' } })), null, 2).replaceAll('0.1', '0.10'));
    expect(none).toEqual([]);
    const [[name, content] = []] = boundariesPart.write(tables);
    expect(name).toBe('boundaries.geojson');
    expect(content).toBe('{"type":"FeatureCollection","features":[\n' +
      '{"type":"Feature","properties":{"code":"a","source_code":"s"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0.1,0],[0.1,1],[1,1],[0.1,0]]]]}},\n' +
      '{"type":"Feature","properties":{"code":"b","source_code":"s"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}\n]}\n');
    const again = read(content ?? '');
    expect(boundariesPart.write(again.tables)).toEqual([[name, content]]);
    expect(again.tables.get('places.boundary')?.map((row) => row.line)).toEqual([2, 3]);
  });
  it('is no file where there are no boundaries', () => expect(boundariesPart.write(new Map())).toEqual([]));
  it('keeps the good features beside a faulty one', () => {
    const { tables, said: problems } = read(JSON.stringify(collection(feature({ type: 'Thing' }), feature())));
    expect(problems).toHaveLength(1);
    expect(tables.get('places.boundary')).toHaveLength(1);
  });

  const cases: [string, unknown, RegExp][] = [
    ['another thing', [1], /^1 : \[1\]; a FeatureCollection/],
    ['a single feature', feature(), /^2 type: Feature; a FeatureCollection/],
    ['a coordinate system', { ...collection(feature()), crs: {} }, /^\d+ crs: crs; one of the keys/],
    ['features that are no list', { type: 'FeatureCollection', features: 3 }, /^3 features: 3; a list/],
    ['a feature that is none', collection(feature(), 7), /^\d+ : 7; \{ "type": "Feature"/],
    ['another type', collection(feature({ type: 'feature' })), /^5 type: feature; Feature/],
    ['a member that is not ours', collection(feature({ id: 4 })), /id: id; one of the keys/],
    ['a property that is not ours', collection(feature({ properties: { code: 'a', source_code: 's', name: 'A' } })), /^9 properties\.name: name; one of the keys code, source_code/],
    ['no code', collection(feature({ properties: { source_code: 's' } })), /^6 properties\.code: nothing; the code of a known area/],
    ['a code that is a number', collection(feature({ properties: { code: 9, source_code: 's' } })), /^7 properties\.code: 9; the code/],
    ['no source', collection(feature({ properties: { code: 'a' } })), /properties\.source_code: nothing; the code of a known source/],
    ['no geometry', collection(feature({ geometry: null })), /geometry: null; a geometry/],
    ['a point', geometry('Point', [0, 0]), /geometry\.type: Point; Polygon or MultiPolygon/],
    ['no polygons', geometry('MultiPolygon', []), /geometry\.coordinates: \[\]; a list of polygons/],
    ['no rings', geometry('Polygon', []), /geometry\.coordinates: \[\]; a list of rings/],
    ['three positions', geometry('Polygon', [[[0, 0], [1, 1], [0, 0]]]), /geometry\.coordinates\[0\]: 3 positions; at least 4/],
    ['an open ring', geometry('Polygon', [[[0, 0], [1, 0], [1, 1], [0, 1]]]), /^\d+ geometry\.coordinates\[0\]\[3\]: \[0,1\]; a closed ring.*\[0, 0\]/],
    ['latitude first', geometry('Polygon', [[[-3, 103], ...ring]]), /geometry\.coordinates\[0\]\[0\]: \[-3,103\]; \[longitude, latitude\]/],
    ['a height', geometry('Polygon', [[[0, 0, 5], ...ring]]), /coordinates\[0\]\[0\]: \[0,0,5\]; \[longitude/],
    ['a text', geometry('Polygon', [[['0', 0], ...ring]]), /coordinates\[0\]\[0\]: \["0",0\]/],
    ['a ring without area', geometry('Polygon', [[[0, 0], [1, 1], [2, 2], [0, 0]]]), /a ring without area; a ring that goes around/],
    ['one bad hole of two polygons', geometry('MultiPolygon', [[ring], [ring, [[0, 0]]]]), /coordinates\[1\]\[1\]: 1 positions/],
  ];
  it.each(cases)('refuses %s', (_, given, expected) => expect(said(given).join('\n')).toMatch(expected));

  it('names the line of a fault, however the file is laid out', () => {
    const text = JSON.stringify(collection(feature(), feature({ properties: { code: '', source_code: 's' } })), null, 2);
    const line = text.split('\n').findIndex((row) => row.includes('"code": ""')) + 1;
    expect(said(collection(feature(), feature({ properties: { code: '', source_code: 's' } })))[0]).toMatch(/^\d+ properties\.code: ; the code/);
    expect(read(text).said[0]).toContain(`${line} properties.code`);
  });
  it('names the line at which JSON ends being JSON', () => {
    expect(read('{"type":"FeatureCollection",\n"features":[\n{,}]}').said[0]).toMatch(/^3 : .*; JSON/);
    expect(read('{"type":"FeatureCollection",\n"features":[\n').said[0]).toMatch(/; JSON \(RFC 8259\)$/);
  });
  it('passes over brackets and line feeds inside texts', () => {
    const text = JSON.stringify(collection(feature({ properties: { code: 'a]}\\"{', source_code: 's' } }), feature({ type: 'x' })), null, 1);
    expect(read(text).said[0]).toMatch(new RegExp(`^${text.split('\n').findIndex((row) => row.includes('"x"')) + 1} type: x`));
  });
  it('refuses more positions than a page can draw', () => {
    const many = Array.from({ length: mostPositions }, (_, n) => [Math.cos(n / mostPositions * 6.28), Math.sin(n / mostPositions * 6.28)]);
    expect(said(geometry('Polygon', [[...many, many[0]]])).join()).toMatch(/features: 200001 positions; at most 200000/);
  });
});
