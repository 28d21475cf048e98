import type { Lang } from '#kernel/i18n.ts';
import { messagesOf } from '#kernel/i18n.ts';
import { Fault } from '#kernel/faults.ts';
import { comparePeriods, parsePeriod, periodAt } from '#kernel/periods.ts';
import { type RegionModel, shownAs, shownWord, telling } from '#portal/index.ts';
import { formatNumber, formatPeriod, linkTo, markWord, type Site } from '#ui/index.ts';
import english from './embed.messages.en.json' with { type: 'json' };
import indonesian from './embed.messages.id.json' with { type: 'json' };

export const embedWords = messagesOf(indonesian, english);

/** What a piece for another site says: a name, one large figure or word, a line of years, and where it comes from. */
export interface Piece {
  title: string;
  place: string;
  /** The figure or the word that stands large. */
  large: string;
  /** What the figure is: its period, what is missing. */
  note: string;
  /** Values by year, of one method; fewer than two are no line. `joined`: nothing is missing since the one before. */
  line: { at: number; value: number; joined: boolean }[];
  ends: { from: string; to: string } | null;
  source: string;
  asOf: string;
  fictional: string | null;
  /** The page that this links home to. */
  href: string;
}

/** A piece of an indicator, a pillar or an initiative. Throws `piece.unknown` (404). */
export function pieceOf(model: RegionModel, site: Site, kind: string, code: string): Piece {
  const say = embedWords(site.lang);
  const common = { place: model.region.name[site.lang], asOf: say('as_of', { period: formatPeriod(model.snapshot.asOf, site.lang) }), fictional: model.region.fictional ? say('fictional') : null, href: linkTo(site, `/${kind}/${encodeURIComponent(code)}`) };
  if (kind === 'indikator') return { ...common, ...indicatorPiece(model, site.lang, code) };
  if (kind === 'pilar') return { ...common, ...pillarPiece(model, site.lang, code) };
  if (kind === 'inisiatif') return { ...common, ...initiativePiece(model, site.lang, code) };
  throw new Fault('piece.unknown', 404, { given: kind.slice(0, 60), expected: 'indikator, pilar, inisiatif' });
}

type Own = Pick<Piece, 'title' | 'large' | 'note' | 'line' | 'ends' | 'source'>;
const unknown = (given: string, expected: string): Fault => new Fault('piece.unknown', 404, { given: given.slice(0, 60), expected });

function indicatorPiece(model: RegionModel, lang: Lang, code: string): Own {
  const say = embedWords(lang);
  const indicator = model.indicators.get(code);
  if (!indicator) throw unknown(code, 'the code of an indicator');
  const cells = (model.cells.get(code) ?? []).filter((cell) => cell.value !== null || cell.textValue !== null).sort((a, b) => comparePeriods(a.period, b.period));
  const latest = cells.at(-1);
  if (!latest) return { title: indicator.short[lang], large: say('none'), note: '', line: [], ends: null, source: '' };
  const shown = (value: number): string => shownAs(telling(model, lang, ''), value, indicator);
  // One method alone: a line across a break would tell a change that nobody measured.
  const method = (cell: typeof latest): string => cell.inputs.map((input) => `${input.element}/${input.series}`).sort().join();
  const row = cells.filter((cell) => cell.value !== null && method(cell) === method(latest));
  const line = row.map((cell, n) => ({ joined: periodAt(row[n - 1]?.period ?? cell.period, 1)?.text === cell.period, at: Number(parsePeriod(cell.period).end.slice(0, 4)) + Number(parsePeriod(cell.period).end.slice(5, 7)) / 12, value: cell.value ?? 0 }));
  const first = row[0];
  const sources = new Set(latest.inputs.flatMap((input) => model.sources.get(model.values.get(`${input.element}|${input.series}|${input.period}`)?.sourceCode ?? '')?.publisher ?? []));
  const marks = [latest.quality === 'provisional' ? say('provisional') : '', latest.origin === 'simulated' ? say('simulated') : ''].filter(Boolean);
  return {
    title: indicator.short[lang], large: latest.textValue === null ? shown(latest.value ?? 0) : shownWord(telling(model, lang, ''), latest.textValue), note: [formatPeriod(latest.period, lang), ...marks].join(', '), line,
    ends: first && row.length > 1 ? { from: `${formatPeriod(first.period, lang)}: ${shown(first.value ?? 0)}`, to: formatPeriod(latest.period, lang) } : null, source: sources.size > 0 ? say('source', { source: [...sources].join('; ') }) : say('source.none'),
  };
}

function pillarPiece(model: RegionModel, lang: Lang, slug: string): Own {
  const say = embedWords(lang);
  const pillar = model.masterplan?.pillars.find((one) => one.slug === slug);
  if (!pillar || !model.masterplan) throw unknown(slug, (model.masterplan?.pillars ?? []).map((one) => one.slug).join(', '));
  const scores = (model.nodeScores.get(`pillar/${model.masterplan.code}/${pillar.code}`) ?? []).filter((one) => one.value !== null);
  const score = scores.at(-1);
  const state = model.nodeStates.get(`pillar/${model.masterplan.code}/${pillar.code}`)?.state ?? 'no_measure';
  if (!score) return { title: pillar.name[lang], large: markWord(lang, state === 'scored' ? 'no_data' : state), note: say('pillar.unscored'), line: [], ends: null, source: say('source.many') };
  const number = (value: number): string => formatNumber(value, { lang, decimals: 1 });
  return {
    title: pillar.name[lang], large: number(score.value ?? 0), line: [], ends: null, source: say('source.many'),
    note: `${markWord(lang, 'scored', score.class)}, ${formatPeriod(score.period, lang)}. ${say('pillar.known', { known: score.known, declared: score.declared })}`,
  };
}

function initiativePiece(model: RegionModel, lang: Lang, code: string): Own {
  const say = embedWords(lang);
  const found = model.initiatives.find((one) => one.code === code);
  if (!found) throw unknown(code, 'the code of an initiative');
  const state = found.state === 'running' || found.state === 'stopped' || found.state === 'planned' ? found.state : 'unknown';
  const source = model.sources.get(found.sourceCode);
  return { title: found.name[lang], large: say(`state.${state}`), note: found.started ? say('since', { period: formatPeriod(found.started, lang) }) : '', line: [], ends: null, source: source ? say('source', { source: source.publisher }) : say('source.none') };
}
