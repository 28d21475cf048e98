import { pillarPage as address } from '../addresses.ts';
import { frontPlan, headlineIndicator, headlineScore } from '../lookups.ts';
import { type MarkView, nodeMark, stateOrder } from '../marks.ts';
import { weightWords } from '../measure-rows.ts';
import type { Pillar, Source } from '../region-model.ts';
import { capital, joined, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { counted, scoreSentence, standingSentence } from '../standing-sentence.ts';
import { inLang, type Telling } from '../telling.ts';
import { type MasterplanBook, masterplanBook } from './masterplan-book.ts';
import { measuresOf } from './pillar-measures.ts';
import { idOfSub, pillarWords, type SayPillar } from './pillar-words.ts';

export interface PillarRow {
  code: string;
  name: string;
  href: string;
  purpose: string | null;
  mark: MarkView;
  sentences: Part[][];
  about: Part[];
  subs: { name: string; href: string; mark: MarkView }[];
}
export interface PillarList {
  title: string;
  headline: Part[];
  lead: Part[];
  rows: PillarRow[];
  legend: MarkView[];
  source: Source | undefined;
  note: string | null;
  book: MasterplanBook | null;
}

/** Every pillar: how it stands, what speaks for it, what is below it. */
export function pillarList(tell: Telling): PillarList {
  const say = pillarWords(tell.lang);
  const { masterplan } = tell.model;
  const rows = (masterplan?.pillars ?? []).map((pillar) => rowOf(tell, say, pillar));
  const headline = headlineOf(tell, say, rows);
  const marks = rows.flatMap((row) => [row.mark, ...row.subs.map((sub) => sub.mark)]);
  return {
    title: plain(headline), headline, lead: leadOf(tell, say), rows, legend: stateOrder.flatMap((state) => marks.find((mark) => mark.state === state) ?? []),
    source: tell.model.sources.get(masterplan?.sourceCode ?? ''), note: masterplan?.note ? inLang(tell, masterplan.note) : null, book: masterplanBook(tell),
  };
}

/** "Enam pilar: satu dapat dinilai, tiga membaik, …"; where all are scored, by class. */
function headlineOf(tell: Telling, say: SayPillar, rows: PillarRow[]): Part[] {
  if (rows.length === 0) return sentence(say, 'list.headline.none');
  const scored = rows.every((row) => row.mark.state === 'scored' && row.mark.level !== null);
  const groups = scored
    ? ([5, 4, 3, 2, 1] as const).map((level) => ({ key: `home.class.${level}` as const, at: `[data-level="${level}"]`, n: rows.filter((row) => row.mark.level === level).length }))
    : stateOrder.map((state) => ({ key: `home.state.${state}` as const, at: `[data-state="${state}"]`, n: rows.filter((row) => row.mark.state === state).length }));
  const states = groups.filter(({ n }) => n > 0).map(({ key, at, n }) => sentence(tell.say, key, { n: counted(tell, n, `[data-pillar]${at}`), c: n }));
  return capital(sentence(say, scored ? 'list.headline.scored' : 'list.headline', { n: counted(tell, rows.length, '[data-pillar]'), states: joined(states, tell.say('list.comma')) }));
}

function leadOf(tell: Telling, say: SayPillar): Part[] {
  const { masterplan } = tell.model;
  if (!masterplan) return sentence(say, 'list.lead.none');
  return masterplan.vision ? sentence(say, 'list.lead', { name: verbatim(inLang(tell, masterplan.name)), vision: verbatim(inLang(tell, masterplan.vision).replace(/\.$/, '')) }) : sentence(say, 'list.lead.plain');
}

function rowOf(tell: Telling, say: SayPillar, pillar: Pillar): PillarRow {
  const tree = tell.model.masterplan?.code ?? '';
  const plan = frontPlan(tell.model);
  const href = address(tell.base, pillar.slug);
  const mark = nodeMark(tell, 'pillar', tree, pillar.code);
  const codes = measuresOf(tell.model, pillar).map((one) => one.code);
  const promised = new Set(tell.model.planLinks.filter((one) => one.planCode === plan?.code).map((one) => one.code));
  // The explanation of a pillar counts from a plan's baseline: without a plan there is none, and no score is shown.
  const score = plan && mark.state === 'scored' ? headlineScore(tell.model, 'pillar', tree, pillar.code) : null;
  const speaker = plan && headlineIndicator(tell.model, plan, codes, promised);
  return {
    code: pillar.code, name: inLang(tell, pillar.name), href, purpose: pillar.purpose && inLang(tell, pillar.purpose), mark,
    sentences: [...(score ? [scoreSentence(tell, score, pillar.slug)] : []), ...(plan && speaker ? [standingSentence(tell, plan, speaker)] : [])],
    about: joined([amount(tell, say, 'measures', codes.length, '[data-once]', href), amount(tell, say, 'initiatives', tell.model.initiatives.filter((one) => one.pillarCode === pillar.code).length, '[data-initiative]', href), ...(pillar.weight === null ? [] : [weightWords(tell, pillar.weight)])], ' · '),
    subs: pillar.subDimensions.map((sub) => ({ name: inLang(tell, sub.name), href: `${href}#${idOfSub(sub.code)}`, mark: nodeMark(tell, 'pillar', tree, sub.code) })),
  };
}

const amount = (tell: Telling, say: SayPillar, what: 'measures' | 'initiatives', n: number, rows: string, at: string): Part[] =>
  n === 0 ? sentence(say, `${what}.0`) : sentence(say, what, { n: counted(tell, n, rows, at), c: n });
