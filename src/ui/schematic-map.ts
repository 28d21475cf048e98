import { linesThatFit, type MapShape } from './map-label.ts';

export interface MapPlace {
  code: string;
  name: string;
  lat: number;
  lon: number;
  /** What the circle's area stands for; null in any place makes all circles equal. */
  size: number | null;
}

interface Circle {
  place: MapPlace;
  x: number;
  y: number;
  r: number;
  homeX: number;
  homeY: number;
}

const gap = 3;
/** A finger needs 24 px. */
const least = 12.5;

/**
 * Circles near where the places lie, none over another, and lines between neighbours. Shows who lies beside whom, and no boundaries.
 * The same places give the same map.
 */
export function shapeSchematic(places: MapPlace[], touching: [string, string][], width: number): MapShape {
  const inOrder = [...places].sort((a, b) => (a.code < b.code ? -1 : 1));
  let smallest = least;
  let placed = arrange(inOrder, width, smallest);
  // The picture is shrunk to its width in the end; what then became too small for a finger starts larger.
  for (let round = 0; round < 4 && placed.scale * smallest < least; round += 1) {
    smallest = least / placed.scale;
    placed = arrange(inOrder, width, smallest);
  }
  const { circles, height } = placed;
  const at = new Map(circles.map((circle) => [circle.place.code, circle]));
  const links = touching.flatMap(([a, b]): MapShape['links'] => {
    const [from, to] = [at.get(a), at.get(b)];
    return from && to ? [[round(from.x), round(from.y), round(to.x), round(to.y)]] : [];
  });
  return { width, height, links, places: circles.map(({ place, x, y, r }) => ({ code: place.code, x: round(x), y: round(y), r: round(r), d: null, lines: linesThatFit(place.name, insideCircle(r - 2.5)) })) };
}

const insideCircle = (r: number) => (half: number, top: number, bottom: number): boolean => Math.hypot(half, Math.max(Math.abs(top + 2), Math.abs(bottom - 2))) <= r;

function arrange(places: MapPlace[], width: number, smallest: number): { circles: Circle[]; height: number; scale: number } {
  const circles = atHome(places, width, smallest);
  relax(circles);
  const left = Math.min(...circles.map(({ x, r }) => x - r));
  const top = Math.min(...circles.map(({ y, r }) => y - r));
  const wide = Math.max(...circles.map(({ x, r }) => x + r)) - left;
  const high = Math.max(...circles.map(({ y, r }) => y + r)) - top;
  const scale = circles.length === 0 ? 1 : Math.min((width - 4) / wide, (1.15 * width) / high, width / 500 + 0.9);
  const aside = (width - wide * scale) / 2;
  for (const circle of circles) {
    circle.x = (circle.x - left) * scale + aside;
    circle.y = (circle.y - top) * scale + 2;
    circle.r *= scale;
  }
  return { circles, height: circles.length === 0 ? 0 : Math.ceil(high * scale + 4), scale };
}

/** Where each place lies, and how large its circle is: all circles together cover about a quarter of the picture. */
function atHome(places: MapPlace[], width: number, smallest: number): Circle[] {
  const lats = places.map((place) => place.lat);
  const squeeze = Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180);
  const xs = places.map((place) => place.lon * squeeze);
  const [spanX, spanY] = [Math.max(...xs) - Math.min(...xs), Math.max(...lats) - Math.min(...lats)];
  const span = Math.max(spanX, spanY);
  const reach = span === 0 ? 0 : (width * 0.8) / span;
  const sized = places.every((place) => place.size !== null && place.size > 0);
  const sizes = places.map((place) => (sized ? (place.size ?? 1) : 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const room = 0.26 * width * width * Math.max(0.5, span === 0 ? 1 : Math.min(spanX, spanY) / span);
  return places.map((place, n) => {
    const r = Math.max(smallest, Math.min(width * 0.15, Math.sqrt((room * (sizes[n] as number)) / total / Math.PI)));
    const [x, y] = [(xs[n] as number) * reach, -place.lat * reach];
    return { place, x, y, r, homeX: x, homeY: y };
  });
}

/** Pushes circles apart until none lies over another; at first each is also drawn back to where it belongs. */
function relax(circles: Circle[]): void {
  for (let round = 0; round < 900; round += 1) {
    const pull = round < 240 ? 0.03 : 0;
    for (const circle of circles) {
      circle.x += (circle.homeX - circle.x) * pull;
      circle.y += (circle.homeY - circle.y) * pull;
    }
    let moved = false;
    for (let i = 0; i < circles.length; i += 1) {
      for (let j = i + 1; j < circles.length; j += 1) moved = apart(circles[i] as Circle, circles[j] as Circle, i + j) || moved;
    }
    if (!moved && pull === 0) return;
  }
}

function apart(a: Circle, b: Circle, turn: number): boolean {
  const need = a.r + b.r + gap;
  let [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= need - 0.01) return false;
  // Two places at one point part in a direction of their own, the same every time.
  if (distance < 1e-6) [dx, dy] = [Math.cos(turn), Math.sin(turn)];
  const push = (need - distance) / 2 / (distance < 1e-6 ? 1 : distance);
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
  return true;
}

const round = (n: number): number => Math.round(n * 10) / 10;
