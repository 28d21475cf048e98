import { geoMercator, type GeoPath, type GeoPermissibleObjects, geoPath, type GeoProjection } from 'd3-geo';
import { linesThatFit, type MapMark, type MapShape } from './map-label.ts';
import { type Pixel, simplified } from './map-arcs.ts';

type Ring = [number, number][];
/** GeoJSON (RFC 7946); rings may run either way. */
export type Outline = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };

export interface MapOutline {
  code: string;
  name: string;
  outline: Outline;
  /** Where the name best stands; null lets the map choose. */
  label: [lon: number, lat: number] | null;
}

/** Boundaries as a region brought them, drawn so wide, simplified to what can be seen; what two areas share stays shared. */
export function shapeBoundaries(areas: MapOutline[], width: number): MapShape {
  const inOrder = [...areas].sort((a, b) => (a.code < b.code ? -1 : 1));
  const whole: GeoPermissibleObjects = { type: 'FeatureCollection', features: inOrder.map(({ outline }) => ({ type: 'Feature', properties: null, geometry: clockwise(outline) })) };
  const projection = geoMercator().precision(0);
  const edge = 3;
  projection.fitExtent([[edge, edge], [width - edge, 1.15 * width - edge]], whole);
  const path = geoPath(projection);
  const [[, top], [, bottom]] = path.bounds(whole);
  const [dx, dy] = projection.translate();
  projection.translate([dx, dy - top + edge]);
  const rings = simplified(inOrder.map(({ outline }) => ringsOf(projection, outline)));
  const places = inOrder.map((area, n) => markOf(area, rings[n] ?? [], projection, path));
  return { width, height: Math.ceil(bottom - top + 2 * edge), links: [], places };
}

/** The rings in pixels, as the projection clips them. */
function ringsOf(projection: GeoProjection, outline: Outline): Pixel[][] {
  const rings: Pixel[][] = [];
  const pen = {
    moveTo: (x: number, y: number) => { rings.push([[x, y]]); },
    lineTo: (x: number, y: number) => { rings.at(-1)?.push([x, y]); },
    closePath: () => undefined, beginPath: () => undefined, arc: () => undefined,
  };
  geoPath(projection, pen)(clockwise(outline));
  return rings;
}

function markOf(area: MapOutline, rings: Pixel[][], projection: GeoProjection, path: GeoPath): MapMark {
  const [cx, cy] = path.centroid(clockwise(largest(area.outline)));
  const wanted = area.label && projection(area.label);
  const spots: Pixel[] = [...(wanted && inside(rings, wanted) ? [wanted] : []), [cx, cy]];
  const found = spots.map((spot) => ({ spot, lines: linesThatFit(area.name, boxInside(rings, spot)) }));
  const { spot: [x, y], lines } = found.find((one) => one.lines.length > 0) ?? (found[0] as (typeof found)[number]);
  return { code: area.code, x: round(x), y: round(y), r: null, d: rings.map(drawn).join(''), lines };
}

const boxInside = (rings: Pixel[][], [x, y]: Pixel) => (half: number, top: number, bottom: number): boolean =>
  [-1, -0.5, 0, 0.5, 1].every((side) => inside(rings, [x + side * (half + 2), y + top + 2]) && inside(rings, [x + side * (half + 2), y + bottom - 2]));

/** Even-odd, so that holes count. */
function inside(rings: Pixel[][], [x, y]: Pixel): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let n = 0, before = ring.length - 1; n < ring.length; before = n, n += 1) {
      const [[ax, ay], [bx, by]] = [ring[n] as Pixel, ring[before] as Pixel];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/** One ring as a path of steps in half pixels. */
function drawn(ring: Pixel[]): string {
  const [start = [0, 0], ...rest] = ring;
  let [x, y] = start;
  const steps = rest.map(([toX, toY]) => {
    const step = `${toX - x}${toY - y < 0 ? '' : ' '}${toY - y}`;
    [x, y] = [toX, toY];
    return step;
  });
  return `M${start[0]} ${start[1]}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

/**
 * On a sphere a ring divides the world in two; d3-geo takes the part to the right of its way. So outer rings must run clockwise and holes
 * the other way, against RFC 7946, and files do either.
 */
export function clockwise(outline: Outline): Outline {
  const turned = (rings: Ring[]): Ring[] => rings.map((ring, n) => ((areaOf(ring) < 0) === (n === 0) ? ring : [...ring].reverse()));
  return outline.type === 'Polygon' ? { type: 'Polygon', coordinates: turned(outline.coordinates) } : { type: 'MultiPolygon', coordinates: outline.coordinates.map(turned) };
}

/** Twice the area in square degrees, positive where the ring runs counterclockwise. */
function areaOf(ring: Ring): number {
  return ring.reduce((sum, [x, y], n) => {
    const [beforeX, beforeY] = ring.at(n - 1) as [number, number];
    return sum + (beforeX * y - x * beforeY);
  }, 0);
}

function largest(outline: Outline): Outline {
  if (outline.type === 'Polygon') return outline;
  const [first = []] = [...outline.coordinates].sort((a, b) => Math.abs(areaOf(b[0] ?? [])) - Math.abs(areaOf(a[0] ?? [])));
  return { type: 'Polygon', coordinates: first };
}

const round = (n: number): number => Math.round(n * 10) / 10;
