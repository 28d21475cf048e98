import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clockwise, type MapOutline, type Outline, shapeBoundaries } from './boundary-map.ts';
import { type Pixel, simplified } from './map-arcs.ts';
import { linesThatFit } from './map-label.ts';
import { type MapPlace, shapeSchematic } from './schematic-map.ts';

const muaraEnim: MapPlace[] = readFileSync('regions/16.03-muara-enim/areas.csv', 'utf8').split('\n').filter((line) => line.includes(',district,')).map((line, n) => {
  const [code = '', , , , name = '', , lat = '', lon = ''] = line.split(',');
  return { code, name, lat: Number(lat), lon: Number(lon), size: 8000 + ((n * 7919) % 70_000) };
});
const overlaps = (places: { x: number; y: number; r: number | null }[]): number =>
  places.flatMap((a, n) => places.slice(n + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < (a.r ?? 0) + (b.r ?? 0))).length;

describe('a schematic map', () => {
  it.each([328, 640])('%s wide: every circle inside, none over another, none too small for a finger', (width) => {
    const shape = shapeSchematic(muaraEnim, [['16.03.01', '16.03.03']], width);
    expect(shape.places).toHaveLength(22);
    expect(overlaps(shape.places)).toBe(0);
    for (const { x, y, r } of shape.places) {
      expect(r).toBeGreaterThanOrEqual(12);
      expect(x - (r ?? 0)).toBeGreaterThanOrEqual(0);
      expect(x + (r ?? 0)).toBeLessThanOrEqual(width);
      expect(y + (r ?? 0)).toBeLessThanOrEqual(shape.height);
    }
    expect(shape.links).toHaveLength(1);
  });
  it('is the same whatever the order of its places', () => expect(shapeSchematic([...muaraEnim].reverse(), [], 640)).toEqual(shapeSchematic(muaraEnim, [], 640)));
  it('keeps who lies north and who lies east', () => {
    const at = new Map(shapeSchematic(muaraEnim, [], 640).places.map((place) => [place.code, place]));
    expect(at.get('16.03.22')?.y).toBeLessThan(at.get('16.03.10')?.y ?? 0);
    expect(at.get('16.03.22')?.x).toBeGreaterThan(at.get('16.03.09')?.x ?? 0);
  });
  it('draws circle areas in the ratio of the sizes, and all alike where one size is not known', () => {
    const two = (size: number | null): MapPlace[] => [{ code: 'a', name: 'A', lat: 0, lon: 0, size: 40 }, { code: 'b', name: 'B', lat: 1, lon: 1, size }, ...muaraEnim.map((one) => ({ ...one, size: 30 }))];
    const radii = (size: number | null): [number, number] => shapeSchematic(two(size), [], 640).places.slice(-2).map(({ r }) => r) as [number, number];
    expect(radii(90)[1] / radii(90)[0]).toBeCloseTo(1.5, 1);
    expect(new Set(shapeSchematic(two(null), [], 640).places.map(({ r }) => r)).size).toBe(1);
  });
  it('parts places at one point, and takes none or one', () => {
    const stack = Array.from({ length: 9 }, (_, n) => ({ code: `c${n}`, name: 'Nama', lat: -3, lon: 104, size: null }));
    expect(overlaps(shapeSchematic(stack, [], 328).places)).toBe(0);
    expect(shapeSchematic(stack.slice(0, 1), [], 328).places[0]?.lines).toEqual(['Nama']);
    expect(shapeSchematic([], [], 328)).toEqual({ width: 328, height: 0, links: [], places: [] });
  });
  it('takes ninety-nine districts', () => {
    const many = Array.from({ length: 99 }, (_, n) => ({ code: `99.02.${n + 10}`, name: `Kecamatan Rekaan ${n}`, lat: Math.sin(n * 12.9), lon: Math.cos(n * 78.2), size: 1 }));
    const shape = shapeSchematic(many, [], 328);
    expect(overlaps(shape.places)).toBe(0);
    expect(Math.min(...shape.places.map(({ r }) => r ?? 0))).toBeGreaterThan(10);
  });
});

describe('a name on a map', () => {
  it('breaks where that makes it fit, else gives way to its code', () => {
    expect(linesThatFit('Gunung Megang', (half) => half < 100)).toEqual(['Gunung Megang']);
    expect(linesThatFit('Gunung Megang', (half) => half < 30)).toEqual(['Gunung', 'Megang']);
    expect(linesThatFit('Empat Petulai Dangku', (half, _, bottom) => half < 30 && bottom < 20)).toEqual([]);
  });
});

const contoh: MapOutline[] = (JSON.parse(readFileSync('regions/99.01-contoh/boundaries.geojson', 'utf8')) as { features: { properties: { code: string }; geometry: Outline }[] }).features.map(({ properties, geometry }) => ({ code: properties.code, name: 'Nama', outline: geometry, label: null }));
const turned = (outline: Outline): Outline => (outline.type === 'Polygon' ? { type: 'Polygon', coordinates: outline.coordinates.map((ring) => [...ring].reverse()) } : outline);
const square = (x: number, y: number, size = 1): Outline => ({ type: 'Polygon', coordinates: [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]] });

describe('a boundary map', () => {
  it.each([328, 640])('%s wide fills its width, north above, names inside', (width) => {
    const shape = shapeBoundaries(contoh, width);
    expect(shape.places.map(({ code }) => code)).toEqual(contoh.map(({ code }) => code));
    const [north, middle, south] = [shape.places[0], shape.places[2], shape.places[4]];
    expect(north?.y).toBeLessThan(middle?.y ?? 0);
    expect(middle?.y).toBeLessThan(south?.y ?? 0);
    expect(shape.height).toBeGreaterThan(width * 0.8);
    for (const place of shape.places) expect(place.lines).toEqual(['Nama']);
  });
  it('is the same whichever way the rings run', () => {
    const other = contoh.map((one) => ({ ...one, outline: turned(one.outline) }));
    expect(shapeBoundaries(other, 640).height).toBe(shapeBoundaries(contoh, 640).height);
    expect(shapeBoundaries(other, 640).places.map(({ x, y }) => [x, y])).toEqual(shapeBoundaries(contoh, 640).places.map(({ x, y }) => [x, y]));
    expect(clockwise(turned(square(0, 0)))).toEqual(clockwise(clockwise(square(0, 0))));
  });
  it('turns the holes the other way', () => {
    const { coordinates } = clockwise({ type: 'Polygon', coordinates: [square(0, 0, 9).coordinates[0], square(1, 1).coordinates[0]] as [number, number][][] });
    const area = (ring: number[][]): number => ring.slice(1).reduce((sum, [x = 0, y = 0], n) => sum + ((ring[n]?.[0] ?? 0) * y - x * (ring[n]?.[1] ?? 0)), 0);
    expect(area(coordinates[0] as number[][])).toBeLessThan(0);
    expect(area(coordinates[1] as number[][])).toBeGreaterThan(0);
  });
  it('names a scattered area on its largest island, and gives the code where the name has no room', () => {
    const isles: Outline = { type: 'MultiPolygon', coordinates: [square(0, 0, 0.01).coordinates as [number, number][][], square(1, 0, 0.5).coordinates as [number, number][][]] };
    const [place, small] = shapeBoundaries([{ code: 'a', name: 'Pulau', outline: isles, label: null }, { code: 'b', name: 'Kecil sekali', outline: square(0.2, 0.2, 0.03), label: null }], 640).places;
    expect(place?.lines).toEqual(['Pulau']);
    expect(place?.x).toBeGreaterThan(400);
    expect(small?.lines).toEqual([]);
  });
  it('takes no area at all', () => expect(shapeBoundaries([], 328).places).toEqual([]));
});

describe('simplified borders', () => {
  const crooked = (n: number): Pixel => [50 + Math.sin(n) * 0.4 + (n % 10 === 0 ? 2 : 0), n];
  const middle = Array.from({ length: 101 }, (_, n) => crooked(n));
  const [left, right] = simplified([[[[0, 0], ...middle, [0, 100]]], [[[100, 100], ...[...middle].reverse(), [100, 0]]]]);
  it('lose points', () => {
    expect(left?.[0]?.length).toBeLessThan(80);
    expect(left?.[0]?.length).toBeGreaterThan(10);
  });
  it('stay shared between two areas', () => {
    const own = (ring: Pixel[] | undefined): string[] => (ring ?? []).filter(([x]) => x > 10 && x < 90).map(String).sort();
    expect(own(left?.[0])).toEqual(own(right?.[0]));
  });
  it('stay shared between an island and the hole it lies in', () => {
    const round = Array.from({ length: 90 }, (_, n): Pixel => [50 + 20 * Math.cos(n / 14.3), 50 + 20 * Math.sin(n / 14.3)]);
    const from = [...round.slice(40), ...round.slice(0, 40)].reverse();
    const [outer, inner] = simplified([[[[0, 0], [100, 0], [100, 100], [0, 100]], from], [round]]);
    expect([...(outer?.[1] ?? [])].map(String).sort()).toEqual([...(inner?.[0] ?? [])].map(String).sort());
  });
});
