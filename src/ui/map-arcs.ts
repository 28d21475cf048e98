export type Pixel = [x: number, y: number];

const step = 0.5;
const tolerance = 0.6;
const keyOf = ([x, y]: Pixel): number => Math.round(x / step) * 1_000_000 + Math.round(y / step);

/**
 * The rings of several areas on a grid of half pixels, without points that nobody would miss. A border that two areas share is cut at the
 * points where it meets another, and each piece is simplified alike for both, so that no gap opens. Rings are not repeated at their end.
 */
export function simplified(areas: Pixel[][][]): Pixel[][][] {
  const onGrid = areas.map((rings) => rings.map(snapped).filter((ring) => ring.length >= 3));
  const junctions = junctionsOf(onGrid.flat());
  return onGrid.map((rings) => rings.map((ring) => simplerRing(ring, junctions)).filter((ring) => ring.length >= 3));
}

function snapped(ring: Pixel[]): Pixel[] {
  const points = ring.map(([x, y]): Pixel => [Math.round(x / step) * step, Math.round(y / step) * step]);
  const kept = points.filter((point, n) => n === 0 || keyOf(point) !== keyOf(points[n - 1] as Pixel));
  while (kept.length > 1 && keyOf(kept[0] as Pixel) === keyOf(kept.at(-1) as Pixel)) kept.pop();
  return kept;
}

/** Points that do not lie between the same two others in every ring. */
function junctionsOf(rings: Pixel[][]): Set<number> {
  const between = new Map<number, string>();
  const found = new Set<number>();
  for (const ring of rings) {
    const keys = ring.map(keyOf);
    keys.forEach((key, n) => {
      const [a, b] = [keys.at(n - 1) as number, keys[(n + 1) % keys.length] as number];
      const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
      const known = between.get(key);
      if (known === undefined) between.set(key, pair);
      else if (known !== pair) found.add(key);
    });
  }
  return found;
}

function simplerRing(ring: Pixel[], junctions: Set<number>): Pixel[] {
  const cuts = ring.flatMap((point, n) => (junctions.has(keyOf(point)) ? [n] : []));
  const from = cuts.length > 0 ? cuts : ends(ring);
  return from.flatMap((start, n) => {
    const end = from[(n + 1) % from.length] as number;
    const arc = end > start ? ring.slice(start, end + 1) : [...ring.slice(start), ...ring.slice(0, end + 1)];
    return simplerArc(arc).slice(0, -1);
  });
}

/** An island is cut at its first point and at the one farthest from that: the same two in whichever ring it is drawn. */
function ends(ring: Pixel[]): number[] {
  const keys = ring.map(keyOf);
  const first = keys.indexOf(Math.min(...keys));
  const [x, y] = ring[first] as Pixel;
  const far = ring.map(([px, py]) => Math.hypot(px - x, py - y));
  const last = far.indexOf(Math.max(...far));
  return first < last ? [first, last] : [last, first];
}

/** Douglas and Peucker, always from the same end of the arc. */
function simplerArc(arc: Pixel[]): Pixel[] {
  const [head, tail] = [arc.slice(0, 2), arc.slice(-2).reverse()].map((pair) => pair.map(keyOf)) as [number[], number[]];
  const backwards = head[0] === tail[0] ? (head[1] ?? 0) > (tail[1] ?? 0) : (head[0] ?? 0) > (tail[0] ?? 0);
  const points = backwards ? [...arc].reverse() : arc;
  const keep = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, at] = [tolerance, -1];
    for (let n = from + 1; n < to; n += 1) {
      const distance = distanceTo(points[n] as Pixel, points[from] as Pixel, points[to] as Pixel);
      if (distance > farthest) [farthest, at] = [distance, n];
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([from, at], [at, to]);
  }
  const kept = points.filter((_, n) => keep.has(n));
  return backwards ? kept.reverse() : kept;
}

function distanceTo([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
