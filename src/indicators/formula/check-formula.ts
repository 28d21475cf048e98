import type { Text } from '#kernel/i18n.ts';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';
import { childrenOf, type Node, type Reference, referencesOf, writtenAs } from './tree.ts';
import { checkTypes } from './types.ts';
import { checkUnits, wordDimension, type GivenUnit, type Unit, unitFault } from './units.ts';
import type { Type } from './functions.ts';

/** What a region knows of the things that formulas refer to: undefined where there is no such thing, null where its unit is not known. */
export type Known = ((reference: Pick<Reference, 'sigil' | 'code'> & { options?: string[] }) => GivenUnit | null | undefined) & {
  /** Codes of the region's areas; where they are not known, none is refused. */
  areas?: ReadonlySet<string>;
};

/** A formula that fits its region: its tree with conversions of units, and the unit and the type of what it gives. Throws FormulaError with the place. */
export function checkFormula(source: string, known: Known): { tree: Node; unit: Unit | null; gives: Type | 'any' } {
  const typeOf = (reference: Reference): Type | 'any' => (reference.sigil !== 'N' ? 'number' : isWord(known(reference)) ? 'text' : known(reference) === null ? 'any' : 'number');
  const tree = parseFormula(source, typeOf);
  const gives = checkTypes(tree, typeOf);
  refuseElsewhere(tree);
  if (known.areas) refuseUnknownArea(tree, known.areas);
  for (const reference of referencesOf(tree)) {
    if (reference.sigil === '[' || known(reference) !== undefined) continue;
    const kind = kinds[reference.sigil];
    throw new FormulaError('unknown_reference', reference.at, { id: `di sini seharusnya ada kode ${kind.id} yang dikenal, bukan ${writtenAs(reference)}`, en: `expected the code of a known ${kind.en} here, not ${writtenAs(reference)}` });
  }
  const aim = referencesOf(tree).find((reference) => reference.sigil === 'T' && isWord(known(reference)));
  if (aim) throw new FormulaError('type', aim.at, { id: `di sini seharusnya ada indikator yang memberi angka: ${aim.code} memberi kata, jadi tidak punya target`, en: `expected an indicator that gives a number here: ${aim.code} gives words and has no target` });
  if (referencesOf(tree).some((reference) => reference.sigil !== '[' && known(reference) === null)) return { tree, unit: null, gives };
  return { ...checkUnits(tree, (reference) => (reference.sigil === '[' || isWord(known(reference)) ? null : (known(reference) ?? null))), gives };
}

/** Whether something gives the word of a class: its unit says so. */
export const isWord = (unit: Pick<GivenUnit, 'dimension'> | null | undefined): boolean => unit?.dimension === wordDimension;

const kinds: Record<'#' | 'N' | 'C' | 'T' | 'R', Text> = { '#': { id: 'data', en: 'element' }, N: { id: 'indikator', en: 'indicator' }, C: { id: 'tetapan', en: 'constant' }, T: { id: 'indikator', en: 'indicator' }, R: { id: 'data atau perangkat daerah', en: 'element or agency' } };

/** What a formula of an indicator with that unit and kind of target must give; another is refused. True and false are 1 and 0 for a target of yes or no. */
export function refuseOtherType(gives: Type | 'any', wanted: GivenUnit, targetKind: string | null): void {
  if (gives === 'any' || (isWord(wanted) ? gives === 'text' : gives === 'number' || (gives === 'boolean' && targetKind === 'yes_no'))) return;
  if (isWord(wanted)) throw new FormulaError('type', 0, { id: `rumus seharusnya memberi kata, karena satuannya ${wanted.name.id}`, en: `expected a formula that gives a text, because its unit is ${wanted.name.en}` });
  if (gives === 'text') throw new FormulaError('type', 0, { id: `rumus seharusnya memberi angka; untuk kata, satuan indikator seharusnya berdimensi \`${wordDimension}\``, en: `expected a formula that gives a number; for words, a unit of the dimension \`${wordDimension}\`` });
  throw new FormulaError('type', 0, { id: "rumus seharusnya memberi angka; untuk ya atau tidak, jenis target seharusnya `yes_no`; untuk kata, tulis if(…, 'kata', 'kata')", en: "expected a formula that gives a number; for yes or no, a target of the kind `yes_no`; for words, if(…, 'word', 'word')" });
}

/** Refuses a formula whose amounts are of another unit than the indicator's. */
export function refuseOtherUnit(unit: Unit | null, wanted: GivenUnit): void {
  const given = unitFault(unit, wanted);
  if (given) throw new FormulaError('unit', 0, { id: `rumus seharusnya memberi ${wanted.name.id}, bukan ${given.id}`, en: `expected a formula that gives ${wanted.name.en}, not ${given.en}` });
}

function refuseUnknownArea(node: Node, areas: ReadonlySet<string>): void {
  if (node.kind === 'modified' && node.by.name === 'area' && node.by.area !== 'parent' && node.by.area !== 'region' && !areas.has(node.by.area)) {
    throw new FormulaError('unknown_reference', node.at, { id: `di sini seharusnya ada \`parent\`, \`region\`, atau kode wilayah yang dikenal, bukan ${node.by.area}`, en: `expected \`parent\`, \`region\` or the code of a known area here, not ${node.by.area}` });
  }
  for (const child of childrenOf(node)) refuseUnknownArea(child, areas);
}

/** What says nothing of a stored value. */
function refuseElsewhere(node: Node, inParts = false): void {
  if (inParts && isElsewhere(node)) throw new FormulaError('not_supported', node.at, { id: 'di dalam `subExpression` seharusnya hanya ada data di tempatnya sendiri, tetapan, dan hitungan', en: 'expected data at their own place, constants and operations alone inside `subExpression`' });
  for (const child of childrenOf(node)) refuseElsewhere(child, inParts || (node.kind === 'group' && node.over.of === 'parts'));
}

const isElsewhere = (node: Node): boolean => node.kind === 'modified' || node.kind === 'group' || (node.kind === 'reference' && 'NTR'.includes(node.sigil));
/** Ways in which indicators stand on themselves, each as the codes from one to itself. */
export function cyclesOf(needs: Map<string, string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of needs.keys()) {
    const way: string[] = [];
    const open: { code: string; next: number }[] = [{ code: start, next: 0 }];
    while (open.length > 0) {
      const top = open.at(-1) as { code: string; next: number };
      if (top.next === 0) way.push(top.code);
      const child = done.has(top.code) ? undefined : needs.get(top.code)?.[top.next];
      top.next += 1;
      if (child === undefined) {
        done.add(top.code);
        way.pop();
        open.pop();
      } else if (way.includes(child)) found.push([...way.slice(way.indexOf(child)), child]);
      else open.push({ code: child, next: 0 });
    }
  }
  return found;
}
