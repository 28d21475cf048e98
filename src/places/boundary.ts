import type { JsonPath } from '#kernel/json-lines.ts';
import type { BoundaryGeometry } from './tables.ts';

/** More positions than this are no boundary for a page but a survey; simplify it before. */
export const mostPositions = 200_000;

export interface GeometryFault {
  path: JsonPath;
  given: unknown;
  expected: string;
}

/** What is wrong with a geometry (RFC 7946, polygons alone), at most one fault a ring; a good one has none. */
export function geometryFaults(given: unknown): GeometryFault[] {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return [{ path: [], given, expected: 'a geometry: { "type": "Polygon" or "MultiPolygon", "coordinates": … }' }];
  const { type, coordinates, ...more } = given as Record<string, unknown>;
  const [extra] = Object.keys(more);
  if (extra !== undefined) return [{ path: [extra], given: extra, expected: 'one of the keys type, coordinates' }];
  if (type !== 'Polygon' && type !== 'MultiPolygon') return [{ path: ['type'], given: type, expected: 'Polygon or MultiPolygon' }];
  const here: JsonPath = ['coordinates'];
  if (type === 'Polygon') return polygonFaults(coordinates, here);
  if (!Array.isArray(coordinates) || coordinates.length === 0) return [{ path: here, given: coordinates, expected: 'a list of polygons' }];
  return coordinates.flatMap((polygon, n) => polygonFaults(polygon, [...here, n]));
}

function polygonFaults(given: unknown, path: JsonPath): GeometryFault[] {
  if (!Array.isArray(given) || given.length === 0) return [{ path, given, expected: 'a list of rings, the outer one first' }];
  return given.flatMap((ring, n) => ringFault(ring, [...path, n]) ?? []);
}

function ringFault(given: unknown, path: JsonPath): GeometryFault | null {
  if (!Array.isArray(given)) return { path, given, expected: 'a ring: a list of positions' };
  const wrong = given.findIndex((position) => !isPosition(position));
  if (wrong >= 0) return { path: [...path, wrong], given: given[wrong], expected: '[longitude, latitude] in degrees, −180 to 180 and −90 to 90' };
  const ring = given as [number, number][];
  if (ring.length < 4) return { path, given: `${ring.length} positions`, expected: 'at least 4 positions, the last the same as the first' };
  const [first, last] = [ring[0] as [number, number], ring.at(-1) as [number, number]];
  if (first[0] !== last[0] || first[1] !== last[1]) return { path: [...path, ring.length - 1], given: last, expected: `a closed ring: its last position the same as its first, [${first.join(', ')}]` };
  return signedArea(ring) === 0 ? { path, given: 'a ring without area', expected: 'a ring that goes around something' } : null;
}

const isPosition = (given: unknown): boolean =>
  Array.isArray(given) && given.length === 2 && given.every((part) => typeof part === 'number') && Math.abs(given[0] as number) <= 180 && Math.abs(given[1] as number) <= 90;

/** In square degrees, positive where the ring runs counterclockwise. */
function signedArea(ring: [number, number][]): number {
  const [x, y] = ring[0] as [number, number];
  let twice = 0;
  for (let n = 1; n < ring.length; n += 1) {
    const [a, b] = [ring[n - 1] as [number, number], ring[n] as [number, number]];
    twice += (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y);
  }
  return twice / 2;
}

export const positionsOf = ({ coordinates }: BoundaryGeometry): number => coordinates.flat(Number.POSITIVE_INFINITY).length / 2;
