import type { AlignmentInput } from './alignment-matrix.ts';

export interface FundedInput extends Pick<AlignmentInput, 'nodes' | 'planLinks'> {
  /** Rupiah of a node in a period, as they are stored. */
  funding: { nodeCode: string; period: string; amount: string }[];
}
/** Indicative funding where a mission and a pillar meet. */
export interface CrossingBudget {
  /** Nodes with money to which something in the cell is linked, at them or below them; each once, in the order of the plan. What stands below another of them is part of that one's money. */
  nodes: string[];
  /** Their sum over all periods, exact; null where there is no such node: missing, not zero. */
  amount: string | null;
  /** Links that stand above all money, or beside it: what they cost nobody has said. */
  unfunded: AlignmentInput['planLinks'];
}

/** Sums rupiah without a double: at most two digits stand behind the point. */
export function sumRupiah(amounts: string[]): string {
  const sum = amounts.reduce((all, one) => {
    const [whole = '0', part = ''] = one.split('.');
    return all + BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  }, 0n);
  const part = String(sum % 100n).padStart(2, '0').replace(/0+$/, '');
  return `${sum / 100n}${part === '' ? '' : `.${part}`}`;
}

/** Of each cell the money of the nodes that its links name, or of the nearest node above them, below the mission. One node may stand in two cells: sums across cells are no sums of money. */
export function crossingBudgets({ nodes, planLinks, funding }: FundedInput, cells: { mission: string; indicators: string[]; initiatives: string[] }[]): CrossingBudget[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const money = Map.groupBy(funding, (row) => row.nodeCode);
  const order = new Map(nodes.map((node, n) => [node.code, n]));
  const linked = Map.groupBy(planLinks, (link) => `${link.kind}/${link.code}`);
  const lineOf = (code: string): string[] => {
    const line: string[] = [];
    for (let at = byCode.get(code); at && !line.includes(at.code); at = byCode.get(at.parentCode ?? '')) line.push(at.code);
    return line;
  };
  return cells.map(({ mission, indicators, initiatives }) => {
    const keys = [...indicators.map((code) => `indicator/${code}`), ...initiatives.map((code) => `initiative/${code}`)];
    const lines = keys.flatMap((key) => linked.get(key) ?? []).map((link) => ({ link, line: lineOf(link.nodeCode) })).filter(({ line }) => line.includes(mission));
    const found = lines.map(({ link, line }) => ({ link, funded: line.slice(0, line.indexOf(mission)).find((code) => money.has(code)) ?? null }));
    const all = new Set(found.flatMap(({ funded: code }) => code ?? []));
    const funded = [...all].filter((code) => !lineOf(code).slice(1).some((above) => all.has(above))).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const amounts = funded.flatMap((code) => (money.get(code) ?? []).map((row) => row.amount));
    return { nodes: funded, amount: amounts.length === 0 ? null : sumRupiah(amounts), unfunded: found.filter((one) => one.funded === null).map(({ link }) => link) };
  });
}
