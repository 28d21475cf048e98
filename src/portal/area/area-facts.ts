import { formatValue, marksOf, type TagKind } from '#ui/index.ts';
import { areaList, whyArea } from '../addresses.ts';
import type { Area, DataValue, Source } from '../region-model.ts';
import { count, type Fig, figure, joined, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { dataFigure, tagsOf, type Telling, unitOf, when } from '../telling.ts';
import { addressOfArea } from './area-address.ts';
import { cellFig, cellTags } from './area-compare.ts';
import { districtsOf, neighboursOf, onlyElement, villagesOf } from './area-rules.ts';
import type { SayArea } from './area-words.ts';
import type { AreaFigures } from './read-area.ts';

export interface AreaFact {
  label: string;
  /** One after another; none where nothing is known. */
  values: { parts: Part[]; sources: Source[]; tags: TagKind[] }[];
  /** What is said where there is no value. */
  none: string;
  code?: string;
}

type Said = AreaFact['values'][number];
const said = (parts: Part[], sources: Source[] = [], tags: TagKind[] = []): Said => ({ parts, sources, tags });
const sourcesOf = (tell: Telling, codes: (string | null | undefined)[]): Source[] => [...new Set(codes)].flatMap((code) => tell.model.sources.get(code ?? '') ?? []);
const fact = (say: SayArea, label: string, values: (Said | null)[], none = say('fact.none')): AreaFact => ({ label, values: values.filter((one) => one !== null), none });

/** The region itself, and who says where its districts lie. */
export function regionFacts(tell: Telling, say: SayArea): AreaFact[] {
  const { model } = tell;
  const region = model.areas.get(model.region.code) ?? null;
  const districts = districtsOf(model);
  const places = sourcesOf(tell, districts.map((area) => area.sourceCode));
  const edges = sourcesOf(tell, model.neighbours.map((one) => one.sourceCode));
  return [
    { label: say('fact.code'), values: [], none: '', code: model.region.code },
    fact(say, say('fact.capital'), [region?.capital ? said([verbatim(region.capital)]) : null]),
    fact(say, say('fact.area'), landSaid(tell, region, [...model.values.values()])),
    ...(places.length > 0 ? [fact(say, say('sources.area'), [said([], places)])] : []),
    ...(edges.length > 0 ? [fact(say, say('sources.neighbours'), [said([], edges)])] : []),
  ];
}

export function districtFacts(tell: Telling, say: SayArea, area: Area, known: AreaFigures): AreaFact[] {
  const villages = villagesOf(tell.model, area.code);
  const near = neighboursOf(tell.model, area.code);
  const names = near.map((code) => [link(addressOfArea(tell.model, tell.base, code) ?? areaList(tell.base), tell.model.areas.get(code)?.name ?? code, true)]);
  const edges = tell.model.neighbours.filter((one) => one.aCode === area.code || one.bCode === area.code);
  return [
    { label: say('fact.code'), values: [], none: '', code: area.code },
    fact(say, say('fact.capital'), [area.capital ? said([verbatim(area.capital)]) : null]),
    fact(say, say('fact.villages'), [villages.length > 0 ? said(villageCount(tell, say, villages)) : null], say('villages.none')),
    fact(say, say('fact.area'), landSaid(tell, area, known.loose.filter((value) => value.areaCode === area.code), known)),
    fact(say, say('fact.neighbours'), [near.length > 0 ? said(joined(names, ', '), sourcesOf(tell, edges.map((one) => one.sourceCode))) : null], say('fact.neighbours.none')),
    ...(area.lat !== null && area.lon !== null ? [fact(say, say('fact.place'), [said(placeOf(tell, say, area))])] : []),
    ...(area.validFrom || area.validTo ? [fact(say, say('fact.since'), [said(validity(tell, say, area))])] : []),
  ];
}

/** Every source's word for how large an area is; where they differ, the last one says so. */
function landSaid(tell: Telling, area: Area | null, values: DataValue[], known?: AreaFigures): Said[] {
  const all: { value: number; said: Said }[] = [];
  const own = area && areaFigure(tell, area);
  if (own) all.push({ value: Number(area.areaKm2), said: said([own], sourcesOf(tell, [area.sourceCode])) });
  const dated = (shown: Part, period: string): Part[] => [shown, text(' ('), when(tell, period), text(')')];
  for (const row of known?.rows.rows ?? []) {
    const last = row.own.at(-1);
    if (last && isLand(tell, onlyElement(row.indicator) ?? '')) all.push({ value: last.value, said: said(dated(figure(cellFig(tell, row.indicator, last)), last.period), [], cellTags(tell, last)) });
  }
  const land = values.filter((value) => value.value !== null && isLand(tell, value.elementCode));
  for (const ofSeries of Map.groupBy(land, (value) => value.seriesCode).values()) {
    const last = ofSeries.reduce((newest, value) => (value.period > newest.period ? value : newest));
    const shown = dataFigure(tell, last);
    all.push({ value: Number(last.value), said: said(dated(figure(shown), last.period), sourcesOf(tell, [last.sourceCode]), tagsOf(last, shown.marks)) });
  }
  const differ = new Set(all.map((one) => one.value)).size > 1;
  return all.map((one, n) => (differ && n === all.length - 1 ? { ...one.said, tags: [...one.said.tags, 'disputed'] } : one.said));
}

/** Square kilometres that stay: an area of land, not of a harvest. */
function isLand(tell: Telling, code: string): boolean {
  const element = tell.model.elements.get(code);
  const unit = element ? unitOf(tell, element.unitCode) : null;
  return element?.sumTime === 'last' && unit?.dimension === 'area' && unit.shown.id === '# km²';
}

/** The area of a district or village as its source gives it; `bare` where a column says the unit. */
export function areaFigure(tell: Telling, area: Area, bare = false): Part | null {
  if (area.areaKm2 === null) return null;
  const unit = unitOf(tell, 'km2') ?? { shown: { id: '# km²', en: '# km²' }, dimension: 'area' };
  const fig: Fig = { href: whyArea(tell.base, area.code, 'area_km2'), value: area.areaKm2, shown: formatValue(area.areaKm2, bare ? null : unit, tell.lang), marks: marksOf({ quality: 'final', origin: tell.model.region.fictional ? 'simulated' : 'reported' }) };
  return figure(fig);
}

function placeOf(tell: Telling, say: SayArea, area: Area): Part[] {
  const unit = { shown: { id: '#°', en: '#°' }, dimension: 'angle' };
  const degrees = (field: 'lat' | 'lon'): Part => figure({ href: whyArea(tell.base, area.code, field), value: String(area[field]), shown: formatValue(String(area[field]), unit, tell.lang), marks: [] });
  return sentence(say, 'fact.place.at', { lat: degrees('lat'), lon: degrees('lon') });
}

export function validity(tell: Telling, say: SayArea, area: Area): Part[] {
  const parts = [...(area.validFrom ? [sentence(say, 'fact.since.from', { from: when(tell, area.validFrom) })] : []), ...(area.validTo ? [sentence(say, 'fact.since.to', { to: when(tell, area.validTo) })] : [])];
  return joined(parts, ' ');
}

function villageCount(tell: Telling, say: SayArea, villages: Area[]): Part[] {
  const of = (kind: string): { n: number; part: Part } => {
    const n = villages.filter((one) => one.kind === kind).length;
    return { n, part: count(n, formatValue(n, null, tell.lang), `[data-village="${kind}"]`) };
  };
  const [desa, kelurahan] = [of('desa'), of('kelurahan')];
  const slots = { desa: desa.part, kelurahan: kelurahan.part, d: desa.n, k: kelurahan.n };
  return sentence(say, kelurahan.n === 0 ? 'fact.villages.desa' : desa.n === 0 ? 'fact.villages.kelurahan' : 'fact.villages.count', slots);
}
