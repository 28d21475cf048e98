import type { Text } from '#kernel/i18n.ts';
import { FormulaError } from './errors.ts';
import { functions, type Param, type Type } from './functions.ts';
import type { Binary, Call, Node, Reference } from './tree.ts';

/** What a reference holds; `any` where it is not known, or nothing. `looking`: inside a function that may look at what is missing. */
export type TypeOf = (reference: Reference, looking: boolean) => Type | 'any';
type Found = Type | 'any';

/** Functions that may look at a missing value: inside them it is null, under every strategy. */
export const lookers: ReadonlySet<string> = new Set(['isNull', 'isNotNull', 'firstNonNull', 'greatest', 'least']);
const names: Record<Type, Text> = { number: { id: 'angka', en: 'a number' }, text: { id: 'teks', en: 'a text' }, boolean: { id: 'benar/salah', en: 'true or false' } };

/** Where a node's text begins: an operator stands behind its left side. */
export const beginOf = (node: Node): number => (node.kind === 'binary' ? Math.min(beginOf(node.left), node.at) : node.kind === 'modified' || node.kind === 'convert' ? beginOf(node.of) : node.at);

/** Refuses what does not fit, at the place where it stands; answers what the formula gives. */
export function checkTypes(tree: Node, typeOf: TypeOf = () => 'any'): Found {
  return check(tree, typeOf, false);
}

function check(node: Node, typeOf: TypeOf, looking: boolean): Found {
  const want = (part: Node, type: Found, inside = looking): Found => {
    const found = check(part, typeOf, inside);
    if (found === 'any' || type === 'any' || found === type) return type === 'any' ? found : type;
    throw new FormulaError('type', beginOf(part), { id: `di sini seharusnya ada ${names[type].id}, bukan ${names[found].id}`, en: `expected ${names[type].en} here, not ${names[found].en}` });
  };
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.kind;
    case 'null':
      return 'any';
    case 'reference':
      return node.sigil === '[' ? 'number' : typeOf(node, looking);
    case 'unary':
      return want(node.of, node.op === '!' ? 'boolean' : 'number');
    case 'modified':
      return check(node.of, typeOf, looking);
    case 'convert':
      return want(node.of, 'number');
    case 'group':
      if (node.share) want(node.share, 'number');
      return want(node.of, 'number', true);
    case 'binary':
      return binary(node, want);
    case 'call':
      return call(node, want, looking || lookers.has(node.name));
  }
}

type Want = (part: Node, type: Found, inside?: boolean) => Found;

function binary(node: Binary, want: Want): Found {
  if (node.op === '&&' || node.op === '||') {
    want(node.left, 'boolean');
    want(node.right, 'boolean');
    return 'boolean';
  }
  if ('+-*/%^'.includes(node.op)) {
    want(node.left, 'number');
    want(node.right, 'number');
    return 'number';
  }
  const left = want(node.left, 'any');
  const right = want(node.right, left);
  if (node.op !== '==' && node.op !== '!=' && (left === 'boolean' || right === 'boolean')) {
    const place = left === 'boolean' ? node.left : node.right;
    throw new FormulaError('type', beginOf(place), { id: 'di sini seharusnya ada angka atau teks: benar/salah tidak punya urutan', en: 'expected a number or a text here: true and false have no order' });
  }
  return 'boolean';
}

function call(node: Call, want: Want, inside: boolean): Found {
  const known = Object.hasOwn(functions, node.name) ? functions[node.name] : undefined;
  if (!known) throw new FormulaError('unknown_function', node.at, { id: `fungsi \`${node.name}\` tidak dikenal`, en: `expected a known function, not \`${node.name}\`` });
  const pairs = node.name === 'weighted' && node.args.length % 2 === 1;
  if (node.args.length < known.least || node.args.length > known.most || pairs) throw wrongCount(node, known.least, known.most);
  let same: Found = 'any';
  node.args.forEach((arg, n) => {
    const param: Param = known.params[Math.min(n, known.params.length - 1)] ?? 'any';
    if (param === 'same') same = want(arg, same, inside);
    else want(arg, param, inside);
  });
  return known.gives === 'same' ? same : known.gives;
}

function wrongCount(node: Call, least: number, most: number): FormulaError {
  const count = node.name === 'weighted' ? { id: 'pasangan nilai dan bobot', en: 'pairs of a value and a weight' } : least === most ? { id: `${least} isian`, en: least === 1 ? '1 argument' : `${least} arguments` } : { id: `${least} sampai ${most} isian`, en: `${least} to ${most} arguments` };
  return new FormulaError('arguments', node.at, { id: `\`${node.name}\` perlu ${count.id}, bukan ${node.args.length}`, en: `expected ${count.en} for \`${node.name}\`, not ${node.args.length}` });
}
