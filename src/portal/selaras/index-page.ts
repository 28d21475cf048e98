import { type IndexPart, indexParts, type InSync } from '#alignment/index.ts';
import { alignmentPage, findingsPage, inSyncIndexPage } from '../addresses.ts';
import { type Fig, figure, type Part, sentence } from '../sentence.ts';
import { formatNumber } from '#ui/index.ts';
import { inLang, oneDecimal, type Telling, when } from '../telling.ts';
import { type Thing, thingOf } from './finding-views.ts';
import { inSyncWords } from './in-sync-words.ts';

export interface IndexPartView {
  code: string;
  id: string;
  name: string;
  /** What is counted among what. */
  how: string;
  /** Null where the part is not known; then `unknown` says why. */
  share: Fig | null;
  counted: Part[];
  unknown: string | null;
  missing: Thing[];
  /** True where more are missing than are listed. */
  more: boolean;
}
export interface IndexPage {
  title: string;
  headline: Part[];
  lead: Part[];
  value: Fig | null;
  bounds: Part[];
  parts: IndexPartView[];
  reckoning: Part[];
  command: string;
  findingsHref: string;
  back: string;
  history: { plan: string; version: Part[]; value: Fig | null; bounds: Part[]; inForce: boolean }[];
}

/** Missing things listed of one part. */
const most = 100;

/** The index opened: its six parts with what each counts and what is missing, its bounds, its versions, and how anybody computes it again. */
export function indexPage(tell: Telling, { day, index, history }: InSync): IndexPage {
  const say = inSyncWords(tell.lang);
  const value = indexFigure(tell, index.value, 'hitung');
  const bound = (one: number): Part => figure(indexFigure(tell, one, 'batas') as Fig);
  const n = (one: number): Part => figure(amount(tell, one, 'hitung'));
  return {
    title: say('index.title'), headline: value ? sentence(say, 'index.headline', { value: figure(value) }) : sentence(say, 'index.headline.unknown'),
    lead: sentence(say, 'index.lead', { day: when(tell, day) }), value,
    bounds: index.known === index.parts.length ? sentence(say, 'index.bounds.none') : sentence(say, 'index.bounds', { low: bound(index.low), high: bound(index.high) }),
    parts: index.parts.map((part) => partView(tell, part)),
    reckoning: value ? sentence(say, 'index.reckoning', { value: figure(value), known: n(index.known), parts: n(index.parts.length) }) : sentence(say, 'index.reckoning.unknown'),
    command: `node docs/in-sync.mjs PACK ${day}`, findingsHref: findingsPage(tell.base), back: alignmentPage(tell.base),
    history: history.map((one) => ({
      plan: inLang(tell, tell.model.plans.get(one.planCode)?.shortName ?? { id: one.planCode, en: one.planCode }), inForce: one.inForce, version: sentence(say, 'index.version', { n: figure(amount(tell, one.version, 'versi')) }), value: indexFigure(tell, one.index.value, 'versi'),
      bounds: sentence(say, 'index.between', { low: figure(indexFigure(tell, one.index.low, 'versi') as Fig), high: figure(indexFigure(tell, one.index.high, 'versi') as Fig) }),
    })),
  };
}

/** A figure of the index; opens the part of its page that explains it. */
export function indexFigure(tell: Telling, value: number | null, place: string): Fig | null {
  return value === null ? null : { href: `${inSyncIndexPage(tell.base)}#${place}`, value: String(value), shown: oneDecimal(tell, value), marks: [] };
}

const amount = (tell: Telling, n: number, place: string): Fig => ({ href: `${inSyncIndexPage(tell.base)}#${place}`, value: String(n), shown: formatNumber(n, { lang: tell.lang, decimals: 0 }), marks: [] });

function partView(tell: Telling, { code, held, of, share, missing }: IndexPart): IndexPartView {
  const say = inSyncWords(tell.lang);
  const id = `bagian-${code.replaceAll('_', '-')}`;
  const shown = missing.slice(0, most);
  return {
    code, id, name: inLang(tell, indexParts[code]), how: say(`index.how.${code}`), share: indexFigure(tell, share, id), unknown: share === null ? say(`index.unknown.${code}`) : null,
    counted: share === null ? [] : sentence(say, 'index.counted', { held: figure(amount(tell, held, id)), of: figure(amount(tell, of, id)) }),
    missing: shown.map((about) => thingOf(tell, about)), more: missing.length > shown.length,
  };
}
