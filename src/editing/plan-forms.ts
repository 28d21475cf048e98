import { fieldValue } from '#data/ui.ts';
import { plainNumber } from './plain-number.ts';
import type { EditNode, Operation, PlanLevel } from '#plan/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { resultForms, resultOperation } from './plan-result-forms.ts';
import { type PlanKey, planWords, type SayPlan } from './plan-words.ts';

/** The word of a form's operation in its hidden field `op`. */
type OutlineOp = 'teks' | 'tambah' | 'pindah' | 'pecah' | 'gabung' | 'bobot' | 'hapus';
export interface OutlineField {
  name: string;
  id: string;
  label: string;
  hint: string | null;
  kind: 'line' | 'lines' | 'choice' | 'checks';
  value: string;
  choices: { value: string; text: string; on?: boolean }[];
  error: string | null;
  optional: boolean;
}
export interface OutlineForm {
  /** The word of its operation; of one of several things its name stands behind: `faktor~air`. */
  op: string;
  title: string;
  hint: string | null;
  fields: OutlineField[];
  open: boolean;
  /** It takes its thing away as well. */
  removable?: boolean;
}
export interface FormsGiven {
  lang: Lang;
  levels: readonly PlanLevel[];
  serves: boolean;
  /** What agencies are called, by their codes. */
  agencies: ReadonlyMap<string, string>;
  /** Null is the top of the plan. */
  node: EditNode | null;
  /** What lies below, where it is few enough to stand in a form; `part` counts for the score. */
  below: { code: string; text: string; weight: string | null; part: boolean }[];
  /** What was sent, where a form is shown again. */
  typed: { op: string; values: Map<string, string[]>; errors: Record<string, string> } | null;
}

const optional = ['shortId', 'shortEn', 'noteId', 'noteEn', 'servesCode', 'at', 'below', 'sourceCode', 'factor'];

/** The forms of one node: what may be done to it and below it. */
export function formsOf(given: FormsGiven): OutlineForm[] {
  const say = planWords(given.lang);
  const { node, levels, below } = given;
  const maker = fieldMaker(given, say);
  const depth = node ? levels.findIndex(({ code }) => code === node.level) : -1;
  const lower = levels.slice(depth + 1, node ? undefined : 1).map((level) => ({ value: level.code, text: level.name[given.lang] }));
  const forms: OutlineForm[] = [];
  const put = (op: OutlineOp, fields: OutlineField[], hint: string | null = null): number => forms.push({ op, title: say(`op.${op}`), hint, fields, open: given.typed?.op === op });
  const basis = [{ value: 'document', text: say('basis.document') }, { value: 'reading', text: say('basis.reading') }];
  const { line, lines, choice } = maker('teks');
  if (node) put('teks', [lines('textId', node.textId), lines('textEn', node.textEn), line('shortId', node.shortId), line('shortEn', node.shortEn), choice('basis', node.basis, basis), ...(given.serves ? [line('servesCode', node.servesCode)] : []), lines('noteId', node.noteId), lines('noteEn', node.noteEn)]);
  const add = maker('tambah');
  if (lower.length > 0) put('tambah', [add.line('code', ''), add.choice('level', lower[0]?.value ?? '', lower), add.lines('textId', ''), add.lines('textEn', ''), add.line('shortId', ''), add.line('shortEn', ''), add.choice('basis', 'document', basis)]);
  const parts = below.filter(({ part }) => part);
  if (parts.length > 0) put('bobot', parts.map((one) => maker('bobot').line(`w~${one.code}`, fieldValue(one.weight, given.lang), one.text)), [say('hint.bobot'), ownIndicators(node, say)].join(' '));
  if (!node) return forms;
  const [move, split, merge] = [maker('pindah'), maker('pecah'), maker('gabung')];
  put('pindah', [move.line('parent', node.parentCode), move.line('at', '', undefined, say('hint.at')), move.choice('level', '', [{ value: '', text: say('level.follows') }, ...levels.map((level) => ({ value: level.code, text: level.name[given.lang] }))])]);
  if (depth > 0 || levels[0]?.code !== 'vision') put('pecah', [split.line('code', ''), split.lines('textId', ''), split.lines('textEn', ''), ...(node.weight === null ? [] : [split.line('weight', '', undefined, say('hint.split', { weight: node.weight }))]), ...(below.length > 0 ? [split.checks('below', below)] : [])]);
  put('gabung', [merge.line('into', '')], say('hint.gabung'));
  forms.push(...resultForms({ ...given, node }, maker));
  put('hapus', [], say('hint.hapus'));
  return forms;
}

/** What the node's own indicators weigh beside its parts. */
function ownIndicators(node: EditNode | null, say: SayPlan): string {
  const own = (node?.links ?? []).filter(({ kind }) => kind === 'indicator');
  if (own.length === 0) return say('hint.bobot.none');
  return say('hint.bobot.own', { list: own.map(({ code, weight }) => `${code} (${weight === null ? say('weight.none') : say('weight.is', { weight })})`).join(', ') });
}

function fieldMaker({ typed }: FormsGiven, say: SayPlan) {
  return (op: string) => {
    const own = typed?.op === op ? typed : null;
    const field = (kind: OutlineField['kind'], name: string, value: string | null, rest: Partial<OutlineField> = {}): OutlineField => ({
      name, id: `${op}-${name}`, label: rest.label ?? say(`f.${name}` as PlanKey), hint: null, kind, value: own ? (own.values.get(name)?.[0] ?? '') : (value ?? ''), choices: [], error: own?.errors[`${op}-${name}`] ?? null, optional: optional.includes(name) || name.startsWith('w~'), ...rest,
    });
    return {
      line: (name: string, value: string | null, label?: string, hint: string | null = null) => field('line', name, value, { ...(label === undefined ? {} : { label }), hint }),
      lines: (name: string, value: string | null) => field('lines', name, value),
      choice: (name: string, value: string, choices: OutlineField['choices']) => field('choice', name, value, { choices }),
      checks: (name: string, all: FormsGiven['below']) => field('checks', name, '', { choices: all.map(({ code, text }) => ({ value: code, text, on: own?.values.get(name)?.includes(code) ?? false })) }),
    };
  };
}

export type SentForm = Pick<FormData, 'get' | 'getAll' | 'keys'>;
/** What no form takes is cut here; what a text may not be is refused by the plan. */
const clipped = (value: unknown, most = 20_000): string => (typeof value === 'string' ? value.replace(/\r\n/g, '\n').slice(0, most) : '');
/** A place among sisters, from 1. Throws `plan.at` (422). */
function placeIn(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Fault('plan.at', 422, { field: 'at', given: given.slice(0, 40), expected: '1' });
  return Number(given) - 1;
}

/** What a form asks for; null where it names no operation. Throws `plan.at` (422). */
export function operationFrom(op: string, node: string | null, form: SentForm, lang: Lang): Operation | { kind: 'step'; node: string; step: 'up' | 'down' | 'in' | 'out' } | null {
  const text = (name: string): string => clipped(form.get(name)).trim();
  const orNull = (name: string): string | null => text(name) || null;
  const texts = { textId: text('textId'), textEn: text('textEn'), shortId: orNull('shortId'), shortEn: orNull('shortEn'), noteId: orNull('noteId'), noteEn: orNull('noteEn') };
  const basis = text('basis') === 'document' ? 'document' : 'reading';
  const at = text('at') === '' || (op !== 'pindah' && op !== 'seret') ? {} : { at: placeIn(text('at')) };
  const own = node ?? '';
  switch (op) {
    case 'teks': return { kind: 'text', node: own, basis, servesCode: orNull('servesCode'), ...texts };
    case 'tambah': return { kind: 'add', parent: node, code: text('code'), level: text('level'), basis, ...texts };
    case 'pindah': return { kind: 'move', node: own, parent: orNull('parent'), ...at, ...(text('level') === '' ? {} : { level: text('level') }) };
    case 'seret': return { kind: 'move', node: text('moved'), parent: node, ...at };
    case 'pecah': return { kind: 'split', node: own, code: text('code'), textId: texts.textId, textEn: texts.textEn, weight: text('weight') === '' ? null : plainNumber(text('weight'), lang, 'share'), below: form.getAll('below').slice(0, 200).map((one) => clipped(one, 100)) };
    case 'gabung': return { kind: 'merge', node: own, into: text('into') };
    case 'bobot': return { kind: 'weight', parent: node, weights: Object.fromEntries([...form.keys()].filter((name) => name.startsWith('w~')).map((name) => [name.slice(2), text(name) === '' ? null : plainNumber(text(name), lang, 'share')])) };
    case 'hapus': return { kind: 'remove', node: own };
    case 'langkah': {
      const [step, of] = [text('go').split(' ')[0] ?? '', text('go').split(' ').slice(1).join(' ')];
      return step === 'up' || step === 'down' || step === 'in' || step === 'out' ? { kind: 'step', node: of, step } : null;
    }
    default: return resultOperation(op, own, form);
  }
}

/** Amounts that were typed over others: cells that stayed as they were shown are nobody's change. Fields are `amount~node~year`, beside each `was~node~year`. */
export function amountsFrom(form: SentForm, lang: Lang): Record<string, Record<string, string | null>> {
  const found: Record<string, Record<string, string | null>> = {};
  for (const name of form.keys()) {
    const [what, node = '', year = ''] = name.split('~');
    const value = plainNumber(clipped(form.get(name), 60), lang, 'money');
    if (what !== 'amount' || node === '' || value === plainNumber(clipped(form.get(`was~${node}~${year}`), 60), lang, 'money')) continue;
    found[node] = { ...found[node], [year]: value === '' ? null : value };
  }
  return found;
}
