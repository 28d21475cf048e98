/** One thing in a column of a flow. */
export interface FlowNode {
  key: string;
  label: string;
  /** A pillar's code, for its colour. */
  tone?: string | undefined;
}
export interface FlowInput {
  /** From left to right; the first keeps its order, the others follow what flows into them. */
  columns: FlowNode[][];
  /** Between neighbouring columns, or over one that is skipped; the same pair may come several times. */
  links: { from: string; to: string; tone?: string | undefined }[];
}
export interface FlowShape {
  width: number;
  height: number;
  nodes: { x: number; y: number; height: number; label: string; tone: string; bare: boolean }[];
  ribbons: { d: string; width: number; tone: string }[];
}

const thick = 10;
const pitch = 30;
const bareHeight = 12;

/** Places a flow (Sankey): heights by how much flows through, what nothing flows through below all else, each column in the order of the middles of what flows into it. Pure. */
export function shapeFlow({ columns, links }: FlowInput, width: number, { unit = 12, room = 150 }: { unit?: number; room?: number } = {}): FlowShape {
  const step = columns.length < 2 ? 0 : (width - room - thick) / (columns.length - 1);
  const flowing = (key: string): number => Math.max(links.filter((one) => one.from === key).length, links.filter((one) => one.to === key).length);
  const placed = new Map<string, { x: number; y: number; height: number; out: number; in: number }>();
  const put = (column: FlowNode[], n: number, top: number): number => {
    let y = top;
    for (const { key } of column) {
      const height = Math.max(bareHeight, flowing(key) * unit);
      placed.set(key, { x: Math.round(n * step), y, height, out: y, in: y });
      y += Math.max(height + 10, pitch);
    }
    return y;
  };
  const reached = columns.map((column, n) => put((n === 0 ? column : ordered(column, links, placed)).filter((one) => flowing(one.key) > 0), n, 8));
  // What nothing flows through stands below all ribbons: amid them it would look connected.
  const heights = columns.map((column, n) => put(column.filter((one) => flowing(one.key) === 0), n, Math.max(...reached)));
  const ribbons = ribbonsOf(links, placed, unit);
  const nodes = columns.flat().map(({ key, label, tone }) => {
    const { x = 0, y = 0, height = 0 } = placed.get(key) ?? {};
    return { x, y, height, label, tone: tone ?? '', bare: flowing(key) === 0 };
  });
  return { width, height: Math.max(40, ...heights), nodes, ribbons };
}

type Place = { x: number; y: number; height: number; out: number; in: number };

/** By the middle of what flows in; what nothing flows into comes last, as it was given. */
function ordered(column: FlowNode[], links: FlowInput['links'], placed: Map<string, Place>): FlowNode[] {
  const middle = ({ key }: FlowNode): number => {
    const from = links.filter((one) => one.to === key).flatMap((one) => placed.get(one.from) ?? []);
    return from.length === 0 ? Number.POSITIVE_INFINITY : from.reduce((sum, one) => sum + one.y + one.height / 2, 0) / from.length;
  };
  return column.map((node) => ({ node, at: middle(node) })).sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ node }) => node);
}

function ribbonsOf(links: FlowInput['links'], placed: Map<string, Place>, unit: number): FlowShape['ribbons'] {
  const bundles = [...Map.groupBy(links, (one) => `${one.from}\u0000${one.to}\u0000${one.tone ?? ''}`).values()];
  const y = (key: string): number => placed.get(key)?.y ?? 0;
  bundles.sort((a, b) => y(a[0]?.from ?? '') - y(b[0]?.from ?? '') || y(a[0]?.to ?? '') - y(b[0]?.to ?? ''));
  return bundles.flatMap((bundle) => {
    const [first] = bundle;
    const [from, to] = [placed.get(first?.from ?? ''), placed.get(first?.to ?? '')];
    if (!first || !from || !to) return [];
    const width = bundle.length * unit;
    const [y1, y2] = [from.out + width / 2, to.in + width / 2];
    from.out += width;
    to.in += width;
    const [x1, x2] = [from.x + thick, to.x];
    const half = Math.round((x1 + x2) / 2);
    return [{ d: `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`, width, tone: first.tone ?? '' }];
  });
}

/** A label that fits beside its node: cut at a word, with a sign that it was cut. */
export function cutLabel(label: string, most: number): string {
  if (label.length <= most) return label;
  const head = label.slice(0, most - 1);
  const at = head.lastIndexOf(' ');
  return `${at > most / 2 ? head.slice(0, at) : head}…`;
}
