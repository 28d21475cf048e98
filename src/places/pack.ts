import { z } from 'zod';
import { code, columns, day, decimal, flag, integer, json, latitude, list, longitude, oneOf, pair, ref, svg, text, webAddress } from '#kernel/pack-columns.ts';
import type { PackPart } from '#kernel/pack-part.ts';
import { csvPart, mapPart } from '#kernel/pack-parts.ts';
import { boundariesPart } from './boundaries-part.ts';

const source = ref('source');
const colour = z.string().regex(/^#[0-9a-f]{6}$/);

export const regionTable = {
  name: 'places.region',
  key: ['code'],
  columns: columns({
    code, name: pair, short_name: text, kind: oneOf('kabupaten', 'kota'), time_zone: oneOf('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
    hosts: [list], fictional: flag, notice: pair, about: pair, front_plan: [ref('plan')], compiled_on: day, compiled_by: pair, seed: [integer],
    theme: [json(z.strictObject({ cloth: colour, thread: colour }), '{ cloth, thread: colours such as "#2a0f16" }')], arms: [svg],
  }),
};
export const sourceTable = {
  name: 'places.source',
  key: ['code'],
  gives: [{ kind: 'source', by: ['code'] }],
  columns: columns({ code, publisher: text, title: [text], published: [text], url: [webAddress], note_id: [text], note_en: [text] }),
};
export const areaTable = {
  name: 'places.area',
  key: ['code'],
  gives: [{ kind: 'area', by: ['code'] }],
  columns: columns({
    code, parent_code: [ref('area')], level: oneOf('region', 'district', 'village'), kind: oneOf('kabupaten', 'kota', 'kecamatan', 'desa', 'kelurahan'),
    name: text, capital: [text], lat: [latitude], lon: [longitude], label_lat: [latitude], label_lon: [longitude], area_km2: [decimal],
    valid_from: [day], valid_to: [day], source_code: [source],
  }),
};
const neighbourTable = {
  name: 'places.neighbour',
  key: ['a_code', 'b_code'],
  columns: columns({ a_code: ref('area'), b_code: ref('area'), source_code: [source] }),
};
const statementTable = {
  name: 'places.statement',
  key: ['code'],
  columns: columns({
    code, about_kind: oneOf('region', 'plan', 'indicator', 'initiative', 'area'), about_code: text, area_code: [ref('area')], period: [text],
    text_id: text, text_en: text, source_code: source,
  }),
  refs: ['plan', 'indicator', 'initiative', 'area'].map((kind) => ({ kind, by: ['about_code'], only: ['about_kind', kind] as [string, string] })),
};

export const packParts: PackPart[] = [
  mapPart('region.yaml', regionTable),
  csvPart('sources.csv', sourceTable),
  csvPart('areas.csv', areaTable),
  csvPart('neighbours.csv', neighbourTable),
  boundariesPart,
  csvPart('statements.csv', statementTable),
];
