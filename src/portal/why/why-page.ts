import { counted, valueHistory } from '#data/index.ts';
import { elementsOf, listCells, parseFormula } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { accounts, peopleWords, type Post } from '#people/index.ts';
import { getFrozen } from '../frozen/get-frozen.ts';
import { whyFrozenPage } from '../frozen/why-frozen.ts';
import { readMeasured } from '../area/read-area.ts';
import { whyPlacePage } from '../area/why-place.ts';
import { joinTexts } from '../join-texts.ts';
import { cellAt, hasResult, latestCell, targetAt } from '../lookups.ts';
import { type Cell, type DataValue, type Indicator, type RegionModel, slotOf } from '../region-model.ts';
import type { Part } from '../sentence.ts';
import type { Telling } from '../telling.ts';
import { waitingNote } from '../waiting-note.ts';
import { whyCellPage } from './why-cell.ts';
import { whyChangePage } from './why-change.ts';
import { type NodeSubject, pillarSubject, planSubject, scoreAt, threadOf, whyNodePage } from './why-node.ts';
import { whyConstantPage } from './why-references.ts';
import { type AreaField, areaFields, whyAreaPage, whyValuePage } from './why-value.ts';
import type { Evidence, WhyPage } from './why-views.ts';

/** Runs work in the region's read-only transaction. */
export type Read = <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>;

/** The explanation at `/mengapa/{kind}/…`. Throws a Fault that names what was given and what is understood. */
export async function whyPage(tell: Telling, address: string, read: Read): Promise<WhyPage> {
  const steps = address.split('/').filter((step) => step !== '');
  return { ...(await explained(tell, steps, read)), waits: waitsAt(tell, steps) };
}

/** Whether anything of what is explained is about to be computed again. */
function waitsAt(tell: Telling, [kind, code = '', node = '']: string[]): Part[] | null {
  if (kind === 'indikator') return waitingNote(tell, [code]);
  if (kind === 'perubahan') return waitingNote(tell, [node]);
  if (kind === 'rencana') return waitingNote(tell, tell.model.planLinks.filter((link) => link.kind === 'indicator' && link.planCode === code).map((link) => link.code), true);
  return kind === 'pilar' ? waitingNote(tell, tell.model.pillarLinks.map((link) => link.indicatorCode), true) : null;
}

async function explained(tell: Telling, [kind, ...rest]: string[], read: Read): Promise<WhyPage> {
  if (kind === 'indikator') return cellPage(tell, rest, read);
  if (kind === 'data') return valuePage(tell, rest, read);
  if (kind === 'rencana') return nodePage(tell, rest[0] && rest[1] ? planSubject(tell, rest[0], rest[1]) : null, rest.slice(2), 'rencana', read);
  if (kind === 'pilar') return nodePage(tell, rest[0] ? pillarSubject(tell, rest[0]) : null, rest.slice(1), 'pilar', read);
  if (kind === 'perubahan') return changePage(tell, rest);
  if (kind === 'wilayah') return rest[1] === 'ukuran' ? placePage(tell, rest, read) : areaPage(tell, rest);
  if (kind === 'tetapan') return constantPage(tell, rest);
  if (kind === 'potret') return whyFrozenPage(tell, await read((tx) => getFrozen(tx, rest[0] ?? '')), rest.slice(1));
  throw refused('address', kind ?? '', 'indikator, data, rencana, pilar, perubahan, wilayah, potret, tetapan');
}

const refused = (what: string, given: string, expected: string): Fault => new Fault(`why.${what}.unknown`, 404, { given: given.slice(0, 80), expected });

/** Some of the codes that are known; `…` says that there are more. Short enough that no page cuts it. */
function some(codes: Iterable<string>): string {
  const all = [...codes];
  let told = all.slice(0, 12);
  while (told.length > 1 && told.join(', ').length > 180) told = told.slice(0, -1);
  return told.join(', ') + (told.length < all.length ? ', …' : '');
}

/** A period as it stands in an address; anything else names no page. */
function periodIn(given: string): string {
  if (!isPeriod(given)) throw new Fault('period.invalid', 404, { given: given.slice(0, 40), expected: '2019, 2019Q3, 2019-07, 2019-07-14' });
  return parsePeriod(given).text;
}

async function evidenceOf(tell: Telling, read: Read, elements: string[], areas: string[]): Promise<Evidence> {
  return read(async (tx) => {
    const rows = await valueHistory(tx, { elements, areas });
    const [values, history] = [counted.of(rows).published.map(joinTexts), rows.map(joinTexts)] as [DataValue[], DataValue[]];
    const named = [...values, ...history].some((row) => isPost(row)) ? byPost(tell, await accounts.listPosts(tx)) : (row: DataValue) => row;
    return { values: values.map(named), history: history.map(named) };
  });
}

const isPost = (row: DataValue): boolean => (row.recordedBy ?? row.actor).startsWith('post:');

/** Whoever recorded a row, by the post that was held: in public nobody is named. */
function byPost(tell: Telling, posts: Post[]): (row: DataValue) => DataValue {
  const titles = new Map(posts.map((post) => {
    const agency = tell.model.agencies.get(post.agencyCode ?? '');
    return [`post:${post.id}`, [peopleWords(tell.lang)(`role.${post.role}`), ...(agency ? [agency.name] : [])].join(', ')];
  }));
  return (row) => (isPost(row) ? { ...row, recordedBy: titles.get(row.recordedBy ?? row.actor) ?? tell.say('why.post.gone') } : row);
}

/** What a cell was computed from, also in other areas. */
const evidenceIn = (tell: Telling, read: Read, cell: Cell): Promise<Evidence> => evidenceOf(tell, read, cell.inputs.map((input) => input.element), [...new Set([cell.areaCode, ...cell.inputs.map((input) => input.area)])]);

async function cellPage(tell: Telling, [code = '', area = tell.model.region.code, period, ...more]: string[], read: Read): Promise<WhyPage> {
  const { model } = tell;
  const indicator = model.indicators.get(code);
  if (!indicator || more.length > 0) throw refused('indicator', code, some(model.indicators.keys()));
  if (!model.areas.has(area)) throw refused('area', area, some(model.areas.keys()));
  const own = area === model.region.code;
  const cells = own ? (model.cells.get(code) ?? []) : ((await read((tx) => listCells(tx, 'published', { areas: [area], indicators: [code] }))) as Cell[]);
  const wanted = period === undefined ? null : periodIn(period);
  const cell = wanted === null ? ((own ? latestCell(model, code) : cells.filter(hasResult).at(-1)) ?? null) : ((own ? cellAt(model, code, wanted) : cells.find((one) => one.period === wanted)) ?? null);
  const promised = wanted !== null && targetAt(model, code, wanted, { area }) !== null;
  const held = wanted === null || cell ? null : heldFor(model, cells, code, area, wanted);
  if (held) return whyCellPage(tell, indicator, held, await evidenceIn(tell, read, held), wanted ?? undefined);
  if (!cell && promised) return whyCellPage(tell, indicator, withoutValue(indicator, area, wanted), await evidenceOf(tell, read, elementsOf(parseFormula(indicator.formula)), [area]));
  if (!cell) throw refused('period', wanted ?? code, cells.length > 0 ? some(cells.map((one) => one.period)) : tell.say('why.no_data'));
  return whyCellPage(tell, indicator, cell, await evidenceIn(tell, read, cell));
}

/** The last quarter's cell that a year's target is held against; null where the year has none yet. */
function heldFor(model: RegionModel, cells: Cell[], code: string, area: string, period: string): Cell | null {
  const found = (model.achievements.get(slotOf(code, area)) ?? []).find((one) => one.period === period && one.valuePeriod !== null);
  return found ? (cells.find((one) => one.period === found.valuePeriod) ?? null) : null;
}

/** A target may stand for a period that has no value yet: the page then says so, and shows the target. */
function withoutValue(indicator: Indicator, areaCode: string, period: string): Cell {
  const inputs = elementsOf(parseFormula(indicator.formula)).map((element) => ({ element, area: areaCode, period, series: null, value: null, revision: null }));
  return { indicatorCode: indicator.code, areaCode, period, value: null, textValue: null, reason: 'missing', seriesCode: null, applicable: true, quality: 'final', origin: 'reported', otherSeries: [], inputs, version: indicator.version, revision: 0, assurance: null, statedValue: null, assumedZero: [] };
}

async function valuePage(tell: Telling, [code = '', series = '', area = '', period = '', ...more]: string[], read: Read): Promise<WhyPage> {
  const { model } = tell;
  const element = model.elements.get(code);
  if (!element || more.length > 0) throw refused('element', code, some(model.elements.keys()));
  const known = [...model.series.values()].filter((one) => one.elementCode === code).map((one) => one.code);
  if (!known.includes(series)) throw refused('series', series, some(known));
  if (!model.areas.has(area)) throw refused('area', area, some(model.areas.keys()));
  const wanted = periodIn(period);
  const evidence = await evidenceOf(tell, read, [code], [area]);
  const value = evidence.values.find((one) => one.seriesCode === series && one.period === wanted);
  if (!value) throw refused('period', wanted, some(evidence.values.filter((one) => one.seriesCode === series).map((one) => one.period)) || tell.say('why.no_data'));
  return whyValuePage(tell, element, value, evidence);
}

function constantPage(tell: Telling, [code = '', ...more]: string[]): WhyPage {
  const constant = tell.model.constants.get(code);
  if (!constant || more.length > 0) throw refused('constant', code, some(tell.model.constants.keys()) || tell.say('why.no_data'));
  return whyConstantPage(tell, constant);
}

async function nodePage(tell: Telling, subject: NodeSubject | null, [period, ...more]: string[], kind: 'rencana' | 'pilar', read: Read): Promise<WhyPage> {
  const { model } = tell;
  const known = kind === 'pilar' ? (model.masterplan?.pillars ?? []).map((one) => one.slug) : [...model.plans.values()].flatMap((plan) => plan.nodes.slice(0, 6).map((node) => `${plan.code}/${node.code}`));
  if (!subject || more.length > 0) throw refused(kind === 'pilar' ? 'pillar' : 'node', more.join('/') || kind, some(known));
  const wanted = period === undefined ? null : periodIn(period);
  const thread = threadOf(model, subject, scoreAt(model, subject, wanted));
  const evidence = thread ? await evidenceIn(tell, read, thread) : { values: [], history: [] };
  return whyNodePage(tell, subject, wanted, evidence);
}

function changePage(tell: Telling, [planCode = '', code = '', ...more]: string[]): WhyPage {
  const plan = tell.model.plans.get(planCode);
  if (!plan) throw refused('plan', planCode, some(tell.model.plans.keys()));
  const indicator = tell.model.indicators.get(code);
  if (!indicator || more.length > 0) throw refused('indicator', code, some(tell.model.indicators.keys()));
  const page = whyChangePage(tell, plan, indicator);
  if (!page) throw refused('change', code, some([...(tell.model.standings.get(planCode)?.values() ?? [])].filter((one) => one.change !== null).map((one) => one.indicatorCode)) || tell.say('why.no_data'));
  return page;
}

/** `{area}/ukuran/{indicator}/{period}`: a district's value among the others. */
async function placePage(tell: Telling, [code = '', , measure = '', period = '', ...more]: string[], read: Read): Promise<WhyPage> {
  const { model } = tell;
  const area = model.areas.get(code);
  if (area?.level !== 'district') throw refused('area', code, some([...model.areas.values()].filter((one) => one.level === 'district').map((one) => one.code)));
  const indicator = model.indicators.get(measure);
  if (!indicator || more.length > 0) throw refused('indicator', measure, some(model.indicators.keys()));
  const wanted = periodIn(period);
  const page = whyPlacePage(tell, area, await read((tx) => readMeasured(tx, model, indicator, code, wanted)));
  if (!page) throw refused('period', wanted, tell.say('why.no_data'));
  return page;
}

function areaPage(tell: Telling, [code = '', field = '', ...more]: string[]): WhyPage {
  const area = tell.model.areas.get(code);
  if (!area) throw refused('area', code, some(tell.model.areas.keys()));
  const page = areaFields.includes(field) && more.length === 0 ? whyAreaPage(tell, area, field as AreaField) : null;
  if (!page) throw refused('field', field, areaFields.join(', '));
  return page;
}
