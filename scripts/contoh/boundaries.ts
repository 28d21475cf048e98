import { type Random, randomOf } from './random.ts';
import type { Data } from './rows.ts';

type Point = [lon: number, lat: number];

/** Where borders meet: four at the coast, four around the district in the middle. */
const corners: Record<string, Point> = {
  N: [-0.03, 0.245], W: [-0.24, 0.02], S: [0, -0.235], E: [0.245, 0], n: [-0.015, 0.1], w: [-0.095, 0.005], s: [0.01, -0.09], e: [0.1, 0.01],
};
/** Each border once, from corner to corner, by way of the points between: two districts share the very same positions. */
const borders: Record<string, Point[]> = { NW: [[-0.16, 0.235], [-0.235, 0.17]], WS: [[-0.225, -0.12], [-0.15, -0.2]], SE: [[0.1, -0.235], [0.22, -0.19]], EN: [[0.215, 0.14], [0.12, 0.225]], Ww: [], wn: [], nN: [], ne: [], eE: [], es: [], sS: [], sw: [] };
/** The district's borders in the order in which its ring runs, counterclockwise; `-` runs backwards. */
const rings = [['NW', 'Ww', 'wn', 'nN'], ['EN', '-nN', 'ne', 'eE'], ['-wn', '-sw', '-es', '-ne'], ['SE', '-eE', 'es', 'sS'], ['WS', '-sS', 'sw', '-Ww']];

/** Invented boundaries of the five districts, in their order. */
export function boundariesOf(seed: number, districts: string[], source: string): Data[] {
  const random = randomOf(seed, 'boundaries');
  const drawn = new Map(Object.entries(borders).map(([name, via]) => [name, border(random, [corners[name.charAt(0)] as Point, ...via, corners[name.charAt(1)] as Point])]));
  return districts.map((district, n) => {
    const ring = (rings[n] ?? []).flatMap((name) => {
      const points = drawn.get(name.replace('-', '')) ?? [];
      return (name.startsWith('-') ? [...points].reverse() : points).slice(1);
    });
    return { area_code: district, geometry: { type: 'Polygon', coordinates: [[ring.at(-1) as Point, ...ring]] }, source_code: source };
  });
}

/** A crooked line through the given points: each stretch is halved three times, its middle pushed aside. */
function border(random: Random, through: Point[]): Point[] {
  let points = through;
  for (let round = 0; round < 3; round += 1) {
    points = points.flatMap((to, n) => {
      const from = points[n - 1];
      if (!from) return [to];
      const aside = random.decimal(-0.14, 0.14, 3);
      const middle: Point = [near((from[0] + to[0]) / 2 - aside * (to[1] - from[1])), near((from[1] + to[1]) / 2 + aside * (to[0] - from[0]))];
      return [middle, to];
    });
  }
  return points;
}

const near = (degrees: number): number => Number(degrees.toFixed(3));
