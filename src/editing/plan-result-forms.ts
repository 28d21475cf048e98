import type { EditNode, Operation } from '#plan/index.ts';
import type { FormsGiven, OutlineField, OutlineForm, SentForm } from './plan-forms.ts';
import { planWords } from './plan-words.ts';

/** Makes the fields of one form; see `plan-forms.ts`. */
interface Maker {
  line(name: string, value: string | null, label?: string, hint?: string | null): OutlineField;
  lines(name: string, value: string | null): OutlineField;
  choice(name: string, value: string, choices: { value: string; text: string }[]): OutlineField;
}
type Factor = EditNode['factors'][number];
type Contribution = EditNode['contributions'][number];

/** Forms of what must be so that a node is reached and of who contributes: one for each that there is, and one that adds. */
export function resultForms(given: FormsGiven & { node: EditNode }, maker: (op: string) => Maker): OutlineForm[] {
  const { lang, node, agencies, typed } = given;
  const say = planWords(lang);
  const named = (one: { textId: string; textEn: string }): string => (lang === 'id' ? one.textId : one.textEn);
  const form = (op: string, title: string, fields: OutlineField[], removable: boolean): OutlineForm => ({ op, title, hint: null, fields, open: typed?.op === op, removable });
  const rest = (op: string, one: Factor | Contribution | null): OutlineField[] => {
    const { lines, line, choice } = maker(op);
    return [lines('textId', one?.textId ?? ''), lines('textEn', one?.textEn ?? ''), choice('basis', one?.basis ?? 'document', [{ value: 'document', text: say('basis.document') }, { value: 'reading', text: say('basis.reading') }]), line('sourceCode', one?.sourceCode ?? '')];
  };
  const ofAgency = (op: string, one: Contribution | null): OutlineField[] => [
    maker(op).choice('role', one?.role ?? 'contributor', [{ value: 'lead', text: say('role.lead') }, { value: 'contributor', text: say('role.contributor') }]), ...rest(op, one),
    maker(op).choice('factor', one?.factorCode ?? '', [{ value: '', text: say('factor.none') }, ...node.factors.map((factor) => ({ value: factor.code, text: named(factor) }))]),
  ];
  const free = [...agencies].filter(([code]) => !node.contributions.some((one) => one.agencyCode === code)).map(([value, text]) => ({ value, text }));
  return [
    ...node.factors.map((one) => form(`faktor~${one.code}`, say('factor.of', { name: named(one) }), rest(`faktor~${one.code}`, one), true)),
    form('faktor', say('factor.add'), [maker('faktor').line('code', ''), ...rest('faktor', null)], false),
    ...node.contributions.map((one) => form(`sumbang~${one.agencyCode}`, say('contribution.of', { name: agencies.get(one.agencyCode) ?? one.agencyCode }), ofAgency(`sumbang~${one.agencyCode}`, one), true)),
    ...(free.length > 0 ? [form('sumbang', say('contribution.add'), [maker('sumbang').choice('agency', free[0]?.value ?? '', free), ...ofAgency('sumbang', null)], false)] : []),
  ];
}

/** What such a form asks for; null where it is another's. */
export function resultOperation(op: string, node: string, form: SentForm): Operation | null {
  const found = /^(faktor|sumbang)(?:~(.{1,100}))?$/.exec(op);
  if (!found) return null;
  const text = (name: string): string => String(form.get(name) ?? '').replace(/\r\n/g, '\n').trim();
  const [, kind, own] = found;
  const gone = own !== undefined && form.get('go') === 'remove';
  const said = { textId: text('textId'), textEn: text('textEn'), basis: text('basis'), sourceCode: text('sourceCode') || null };
  if (kind === 'faktor') return { kind: 'factor', node, code: own ?? text('code'), fresh: own === undefined, factor: gone ? null : said };
  return { kind: 'contribution', node, agency: own ?? text('agency'), fresh: own === undefined, contribution: gone ? null : { role: text('role'), factorCode: text('factor') || null, ...said } };
}

/** What is said of a node, for who reads it. */
export function resultLines({ lang, node, agencies }: Pick<FormsGiven, 'lang' | 'agencies'> & { node: EditNode }): { title: string; lines: string[] }[] {
  const say = planWords(lang);
  const named = (one: { textId: string; textEn: string; basis: string }): string => `${lang === 'id' ? one.textId : one.textEn}${one.basis === 'reading' ? ` (${say('basis.reading').toLowerCase()})` : ''}`;
  const factor = (code: string | null): string => { const found = node.factors.find((one) => one.code === code); return found ? ` → ${lang === 'id' ? found.textId : found.textEn}` : ''; };
  const contributions = node.contributions.map((one) => `${agencies.get(one.agencyCode) ?? one.agencyCode}, ${say(one.role === 'lead' ? 'role.lead' : 'role.contributor').toLowerCase()}: ${named(one)}${factor(one.factorCode)}`);
  return [{ title: say('factors'), lines: node.factors.map(named) }, { title: say('contributions'), lines: contributions }].filter(({ lines }) => lines.length > 0);
}
