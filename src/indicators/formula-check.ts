import { FormulaError } from './formula-error.ts';
import { type FormulaFunction, functionNamed, type Type } from './formula-functions.ts';
import type { Node } from './formula-parser.ts';

/** The type of an element's values; undefined when there is no such element. */
export type TypeOf = (element: string) => Type | undefined;

const typeWords: Record<Type, { id: string; en: string }> = {
  number: { id: 'angka', en: 'a number' }, text: { id: 'teks', en: 'a text' }, boolean: { id: 'benar atau salah', en: 'true or false' }, any: { id: 'apa saja', en: 'anything' },
};

/**
 * Strict types, no conversion: text in arithmetic and `1 && true` are refused with their place. A literal null and an element whose type
 * is not known fit anywhere. Gives the type of the whole formula; throws FormulaError.
 */
export function checkFormula(node: Node, typeOf: TypeOf = () => 'any'): Type {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.kind;
    case 'null':
      return 'any';
    case 'element': {
      const type = typeOf(node.code);
      if (!type) throw new FormulaError('unknown_reference', node.at, { id: `kode \`${node.code}\` tidak dikenal`, en: `unknown code \`${node.code}\`` });
      return type;
    }
    case 'unary': {
      const type = node.op === '!' ? 'boolean' : 'number';
      need(node.of, type, checkFormula(node.of, typeOf));
      return type;
    }
    case 'chain':
      return checkChain(node, typeOf);
    case 'call':
      return checkCall(node, typeOf);
  }
}

function need(part: Node, wanted: Type, found: Type): void {
  if (wanted === 'any' || found === 'any' || wanted === found) return;
  const [want, have] = [typeWords[wanted], typeWords[found]];
  throw new FormulaError('type', part.at, { id: `di sini perlu ${want.id}, bukan ${have.id}`, en: `expected ${want.en} here, not ${have.en}` });
}

function checkChain({ first, rest }: Extract<Node, { kind: 'chain' }>, typeOf: TypeOf): Type {
  let left = first;
  let found = checkFormula(first, typeOf);
  for (const { op, of } of rest) {
    const right = checkFormula(of, typeOf);
    if (op === '&&' || op === '||') {
      need(left, 'boolean', found);
      need(of, 'boolean', right);
      found = 'boolean';
    } else if ('+-*/'.includes(op)) {
      need(left, 'number', found);
      need(of, 'number', right);
      found = 'number';
    } else {
      if (op !== '==' && op !== '!=') for (const [part, type] of [[left, found], [of, right]] as const) if (type === 'boolean') need(part, 'number', type);
      need(of, found, right);
      found = 'boolean';
    }
    left = of;
  }
  return found;
}

function checkCall(node: Extract<Node, { kind: 'call' }>, typeOf: TypeOf): Type {
  const known = functionNamed(node.name);
  if (!known) throw new FormulaError('unknown_function', node.at, { id: `fungsi \`${node.name}\` tidak dikenal`, en: `unknown function \`${node.name}\`` });
  const { least, most } = known;
  if (node.args.length < least || node.args.length > most) {
    const [id, en] = least === most ? [`${least}`, `${least}`] : [`${least} sampai ${most}`, `${least} to ${most}`];
    throw new FormulaError('arguments', node.at, { id: `\`${node.name}\` perlu ${id} isian`, en: `\`${node.name}\` takes ${en} arguments` });
  }
  let same: Type = 'any';
  for (const [n, arg] of node.args.entries()) {
    const found = checkFormula(arg, typeOf);
    const wanted = takenAt(known, n);
    need(arg, wanted === 'same' ? same : wanted, found);
    if (wanted === 'same' && same === 'any') same = found;
  }
  return known.gives === 'same' ? same : known.gives;
}

const takenAt = ({ takes }: FormulaFunction, n: number): FormulaFunction['takes'][number] => takes[n] ?? takes.at(-1) ?? 'any';
