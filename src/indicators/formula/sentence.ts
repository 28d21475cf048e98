import type { Lang, Text } from '#kernel/i18n.ts';
import { functions } from './functions.ts';
import { type ReportMetric, toldMetrics } from './report-metrics.ts';
import { type Binary, type Call, type Group, type Modifier, type Node, type Reference, writtenAs } from './tree.ts';

/** The name of what a reference stands for, as a sentence uses it; null where it has none, and its code is told. */
export type NameOf = (reference: Reference) => Text | null;

const looseness: Record<string, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '+': 4, '-': 4, '*': 5, '/': 5, '%': 5, '^': 6 };
const words: Record<Lang, Record<string, string>> = {
  id: {
    '+': '{1} ditambah {2}', '-': '{1} dikurangi {2}', '*': '{1} dikali {2}', '/': '{1} dibagi {2}', '%': 'sisa {1} dibagi {2}', '^': '{1} pangkat {2}', '<': '{1} kurang dari {2}', '<=': '{1} paling banyak {2}',
    '>': '{1} lebih dari {2}', '>=': '{1} paling sedikit {2}', '==': '{1} sama dengan {2}', '!=': '{1} tidak sama dengan {2}', '&&': '{1} dan {2}', '||': '{1} atau {2}', '!': 'tidak benar bahwa {1}', minus: 'minus {1}',
    true: 'benar', false: 'salah', null: 'tidak ada', days: 'banyaknya hari dalam masa itu', periodInYear: 'nomor masa itu dalam tahunnya', target: 'target {1}', option: '{1} ({2})',
    before: '{1} {n} masa sebelumnya', last: '{1} masa sebelumnya', after: '{1} {n} masa sesudahnya', yearToDate: '{1} sejak awal tahun', minDate: '{1} sejak {n}', maxDate: '{1} sampai {n}', parent: '{1} di wilayah di atasnya', region: '{1} di seluruh daerah',
    area: '{1} di wilayah {n}', SUM: 'jumlah {1}', AVERAGE: 'rata-rata {1}', LAST: '{1} yang terakhir', FIRST: '{1} yang pertama', MIN: '{1} yang terkecil', MAX: '{1} yang terbesar', COUNT: 'banyaknya {1}', STDDEV: 'simpangan baku {1}', VARIANCE: 'ragam {1}', NONE: '{1} tanpa digabung',
    periods: 'selama {n} masa terakhir', range: 'dari masa {a} sampai masa {b} terhadap masa itu', children: 'di wilayah tepat di bawahnya', districts: 'di semua kecamatan', villages: 'di semua desa dan kelurahan', and: ' dan ', weight: '{1} (bobot {2})', share: 'persentase {1} dari {2}',
  },
  en: {
    '+': '{1} plus {2}', '-': '{1} minus {2}', '*': '{1} times {2}', '/': '{1} divided by {2}', '%': 'the remainder of {1} divided by {2}', '^': '{1} to the power {2}', '<': '{1} is below {2}', '<=': '{1} is at most {2}',
    '>': '{1} is above {2}', '>=': '{1} is at least {2}', '==': '{1} equals {2}', '!=': '{1} does not equal {2}', '&&': '{1} and {2}', '||': '{1} or {2}', '!': 'it is not so that {1}', minus: 'minus {1}',
    true: 'true', false: 'false', null: 'nothing', days: 'the number of days in the period', periodInYear: 'the number of the period in its year', target: 'the target of {1}', option: '{1} ({2})',
    before: '{1} {n} periods earlier', last: '{1} one period earlier', after: '{1} {n} periods later', yearToDate: '{1} since the year began', minDate: '{1} since {n}', maxDate: '{1} until {n}', parent: '{1} in the area above', region: '{1} in the whole region',
    area: '{1} in the area {n}', SUM: 'the sum of {1}', AVERAGE: 'the average of {1}', LAST: 'the last {1}', FIRST: 'the first {1}', MIN: 'the least {1}', MAX: 'the greatest {1}', COUNT: 'the number of {1}', STDDEV: 'the standard deviation of {1}', VARIANCE: 'the variance of {1}', NONE: '{1}, not aggregated',
    periods: 'over the last {n} periods', range: 'from period {a} to period {b}, counted from that period', children: 'in the areas just below', districts: 'in all districts', villages: 'in all villages', and: ' and ', weight: '{1} (weight {2})', share: '{1} as a percentage of {2}',
  },
};

/** A formula as one sentence without its full stop, made from the tree. */
export function tellFormula(tree: Node, nameOf: NameOf): Text {
  return { id: told(tree, nameOf, 'id'), en: told(tree, nameOf, 'en') };
}

const fill = (pattern: string, given: Record<string, string>): string => pattern.replace(/\{([^}]+)\}/g, (whole, key: string) => given[key] ?? whole);

function told(node: Node, nameOf: NameOf, lang: Lang): string {
  const w = words[lang];
  const tell = (part: Node): string => told(part, nameOf, lang);
  switch (node.kind) {
    case 'number': return numberText(node.value, lang);
    case 'text': return `"${node.value}"`;
    case 'boolean': return w[String(node.value)] as string;
    case 'null': return w.null as string;
    case 'reference': return reference(node, nameOf, lang);
    case 'convert': return tell(node.of);
    case 'unary': return node.op === '+' ? tell(node.of) : fill(w[node.op === '-' ? 'minus' : '!'] as string, { 1: inside(node.of, 5, tell) });
    case 'modified': return modified(node.by, inside(node.of, 7, tell), lang);
    case 'binary': return binary(node, tell, lang);
    case 'call': return call(node, tell, lang);
    case 'group': return group(node, tell, lang);
  }
}

/** In parentheses where the words alone would be read otherwise. */
function inside(node: Node, level: number, tell: (part: Node) => string): string {
  return node.kind === 'binary' && (looseness[node.op] ?? 0) < level ? `(${tell(node)})` : tell(node);
}

function binary(node: Binary, tell: (part: Node) => string, lang: Lang): string {
  const share = asShare(node);
  if (share) return fill(words[lang].share as string, { 1: inside(share[0], 5, tell), 2: inside(share[1], 6, tell) });
  const level = looseness[node.op] ?? 0;
  return fill(words[lang][node.op] as string, { 1: inside(node.left, level, tell), 2: inside(node.right, level + 1, tell) });
}

/** `100 * a / b` and `a / b * 100` are told as what they are: a percentage. */
function asShare({ op, left, right }: Binary): [Node, Node] | null {
  const hundred = (node: Node): boolean => node.kind === 'number' && node.value === 100;
  if (op === '/' && left.kind === 'binary' && left.op === '*' && hundred(left.left)) return [left.right, right];
  if (op === '*' && hundred(right) && left.kind === 'binary' && left.op === '/') return [left.left, left.right];
  if (op === '*' && hundred(left) && right.kind === 'binary' && right.op === '/') return [right.left, right.right];
  return null;
}

function reference(node: Reference, nameOf: NameOf, lang: Lang): string {
  const w = words[lang];
  if (node.sigil === '[') return w[node.code] as string;
  if (node.sigil === 'R') return fill(toldMetrics[node.options[0] as ReportMetric][lang], { 1: nameOf({ ...node, options: [] })?.[lang] ?? node.code });
  const whole = node.options.length === 0 ? null : nameOf({ ...node, code: [node.code, ...node.options].join('.'), options: [] });
  if (whole) return whole[lang];
  const name = nameOf(node)?.[lang] ?? writtenAs({ ...node, options: [] });
  const plain = node.sigil === 'T' ? fill(w.target as string, { 1: name }) : name;
  return node.options.length === 0 ? plain : fill(w.option as string, { 1: plain, 2: node.options.join(', ') });
}

function modified(by: Modifier, of: string, lang: Lang): string {
  const w = words[lang];
  switch (by.name) {
    case 'periodOffset': {
      const key = by.by === -1 ? 'last' : by.by < 0 ? 'before' : 'after';
      return by.by === 0 ? of : fill(w[key] as string, { 1: of, n: String(Math.abs(by.by)) });
    }
    case 'yearToDate': return fill(w.yearToDate as string, { 1: of });
    case 'aggregationType': return fill(w[by.type] as string, { 1: of });
    case 'area': return fill(w[by.area === 'parent' || by.area === 'region' ? by.area : 'area'] as string, { 1: of, n: by.area });
    default: return fill(w[by.name] as string, { 1: of, n: by.date });
  }
}

function call(node: Call, tell: (part: Node) => string, lang: Lang): string {
  const args = node.args.map((arg) => inside(arg, node.name === 'if' ? 1 : 4, tell));
  const listed = (from: number): string => [args.slice(from, -1).join(', '), args.at(-1) ?? ''].filter((part) => part !== '').join(words[lang].and);
  const pairs = args.flatMap((arg, n) => (n % 2 === 0 ? [fill(words[lang].weight as string, { 1: arg, 2: args[n + 1] ?? '' })] : [])).join(', ');
  return fill(functions[node.name]?.told[lang] ?? node.name, { 1: args[0] ?? '', 2: args[1] ?? '', 3: args[2] ?? '', '…': listed(0), '2…': listed(1), pairs });
}

function group(node: Group, tell: (part: Node) => string, lang: Lang): string {
  const w = words[lang];
  const { over } = node;
  const where = over.of === 'parts' ? '' : over.of === 'areas' ? (w[over.which] as string)
    : over.to === 0 ? fill(w.periods as string, { n: String(1 - over.from) }) : fill(w.range as string, { a: String(over.from), b: String(over.to) });
  return fill(functions[node.name]?.told[lang] ?? node.name, { 1: inside(node.of, 4, tell), 2: node.share ? tell(node.share) : '', over: where }).trim();
}

const numberText = (value: number, lang: Lang): string => (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-9) ? String(value) : new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 12 }).format(value));
