import { columns, json, recordSchema, ref } from '#kernel/pack-columns.ts';
import { jsonFaultLine, type JsonPath, jsonLines, pathName } from '#kernel/json-lines.ts';
import { z } from 'zod';
import type { PackRow, Report } from '#kernel/pack-file.ts';
import type { PackPart, PackTable } from '#kernel/pack-part.ts';
import { addRows, rowsOf, sortedByKey } from '#kernel/pack-parts.ts';
import { geometryFaults, mostPositions, positionsOf } from './boundary.ts';
import type { BoundaryGeometry } from './tables.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const polygon = z.array(z.array(position).min(4)).min(1);
const geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygon }), z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);

const boundaryTable: PackTable = {
  name: 'places.boundary',
  key: ['area_code'],
  columns: columns({ area_code: ref('area'), geometry: json(geometry, 'a Polygon or MultiPolygon (RFC 7946): closed rings of [longitude, latitude]'), source_code: ref('source') }),
};

interface Problem {
  path: JsonPath;
  /** As people write it: `properties.code`, `geometry.coordinates[0][3]`. */
  field: string;
  given: string;
  expected: string;
}

/** `boundaries.geojson`: a FeatureCollection, one Feature an area. Written one feature a line, so that two exports differ only in the lines that do. */
export const boundariesPart: PackPart = {
  file: 'boundaries.geojson',
  tables: [boundaryTable],
  read(file, content, into, report) {
    const features = readCollection(file, content, report);
    if (!features) return;
    const problems: Problem[] = features.flatMap((feature, n) => featureProblems(feature, n));
    const faulty = new Set(problems.map(({ path }) => path[1]));
    const good = features.map((feature, n) => ({ feature: feature as Feature, n })).filter(({ n }) => !faulty.has(n));
    const positions = good.reduce((sum, { feature }) => sum + positionsOf(feature.geometry), 0);
    if (positions > mostPositions) problems.push({ path: ['features'], field: 'features', given: `${positions} positions`, expected: `at most ${mostPositions} positions in all; simplify the boundaries` });
    const lines = jsonLines(content, new Set([...problems.flatMap(({ path }) => path.map((_, at) => pathName(path.slice(0, at + 1)))), ...features.map((_, n) => pathName(['features', n]))]));
    for (const { path, field, given, expected } of problems) report({ file, line: lineOf(lines, path), field, given, expected, record: [] });
    addRows(into, boundaryTable.name, good.map(({ feature, n }): PackRow => ({ file, line: lineOf(lines, ['features', n]), data: { area_code: feature.properties.code, geometry: feature.geometry, source_code: feature.properties.source_code } })));
  },
  write(from) {
    const rows = sortedByKey(rowsOf(from, boundaryTable.name), boundaryTable.key);
    if (rows.length === 0) return [];
    const lines = rows.map(({ data }) => {
      const { type, coordinates } = data.geometry as BoundaryGeometry;
      return JSON.stringify({ type: 'Feature', properties: { code: data.area_code, source_code: data.source_code }, geometry: { type, coordinates } });
    });
    return [['boundaries.geojson', `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`]];
  },
  schema() {
    const { properties: { area_code: code, geometry: shape, source_code: source } = {} } = recordSchema(boundaryTable.columns) as { properties?: Record<string, unknown> };
    const closed = (properties: Record<string, unknown>): Record<string, unknown> => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties });
    const feature = closed({ type: { const: 'Feature' }, properties: closed({ code, source_code: source }), geometry: shape });
    return closed({ type: { const: 'FeatureCollection' }, features: { type: 'array', items: feature } });
  },
};

interface Feature {
  properties: { code: string; source_code: string };
  geometry: BoundaryGeometry;
}

/** The line of the nearest thing around that has one: a key that is missing has none of its own. */
function lineOf(lines: Map<string, number>, path: JsonPath): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const found = lines.get(pathName(path.slice(0, depth)));
    if (found !== undefined) return found;
  }
  return 1;
}

function readCollection(file: string, content: string, report: Report): unknown[] | null {
  let whole: unknown;
  try {
    whole = JSON.parse(content);
  } catch (error) {
    const { message } = error as Error;
    report({ file, line: jsonFaultLine(content, message), field: '', given: message.slice(0, 120), expected: 'JSON (RFC 8259)', record: null });
    return null;
  }
  const { type, features, ...more } = isMap(whole) ? whole : {};
  const [extra] = Object.keys(more);
  const refuse = (field: string, given: unknown, expected: string): null => {
    const line = field === '' ? 1 : (jsonLines(content, new Set([field])).get(field) ?? 1);
    report({ file, line, field, given: told(given), expected, record: null });
    return null;
  };
  if (type !== 'FeatureCollection') return refuse(isMap(whole) ? 'type' : '', isMap(whole) ? type : whole, 'a FeatureCollection');
  if (extra !== undefined) return refuse(extra, extra, 'one of the keys type, features');
  return Array.isArray(features) ? features : refuse('features', features, 'a list of features');
}

function featureProblems(feature: unknown, n: number): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: JsonPath, given: unknown, expected: string): void => {
    problems.push({ path: ['features', n, ...path], field: path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join(''), given: told(given), expected });
  };
  if (!isMap(feature)) {
    wrong([], feature, '{ "type": "Feature", "properties": { "code", "source_code" }, "geometry" }');
    return problems;
  }
  const { type, properties, geometry: shape, ...more } = feature;
  for (const key of Object.keys(more)) wrong([key], key, 'one of the keys type, properties, geometry');
  if (type !== 'Feature') wrong(['type'], type, 'Feature');
  if (!isMap(properties)) wrong(['properties'], properties, 'an object with the keys code, source_code');
  else {
    const { code, source_code: source, ...others } = properties;
    for (const key of Object.keys(others)) wrong(['properties', key], key, 'one of the keys code, source_code');
    if (!isCode(code)) wrong(['properties', 'code'], code, 'the code of a known area');
    if (!isCode(source)) wrong(['properties', 'source_code'], source, 'the code of a known source');
  }
  for (const { path, given, expected } of geometryFaults(shape)) wrong(['geometry', ...path], given, expected);
  return problems;
}

const isMap = (given: unknown): given is Record<string, unknown> => given !== null && typeof given === 'object' && !Array.isArray(given);
const isCode = (given: unknown): given is string => typeof given === 'string' && given !== '' && given.length <= 64 && !given.includes('\0');
const told = (given: unknown): string => (given === undefined ? 'nothing' : typeof given === 'string' ? given.slice(0, 80) : JSON.stringify(given).slice(0, 80));
