import { masterplanPart } from './masterplan.ts';
import { randomOf } from './random.ts';
import { sourcesOf } from './region.ts';
import { both, type Data, type Part, written } from './rows.ts';

/** How large a region is; `areas` counts districts and villages, `deep` the indicators that have values in each of them. */
export interface Size {
  code: string;
  indicators: number;
  areas: number;
  years: number;
  deep: number;
  seed: number;
}

export interface LargeElement {
  code: string;
  /** Has a value in each area, not in the region alone. */
  deep: boolean;
  /** Counts whole things; otherwise one decimal. */
  whole: boolean;
  /** Told by quarters: each alone, a total that runs through the year, or a stock; else by years. */
  quarterly: 'periodic' | 'cumulative' | 'latest' | null;
}
const plan = 'rencana';
const source = 'rekaan';
const subs = (masterplanPart()['masterplan.sub_dimension'] ?? []).map((sub) => ({ code: String(sub.code), pillar: String(sub.pillar_code) }));
const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const missions = 8;
const objectives = 5;
const programmes = 2;
const agencies = 8;
const initiatives = 60;

/** Everything of a generated region but its values. */
export function largeTables(size: Size): { parts: Part; elements: LargeElement[]; areas: string[] } {
  const areas = areasOf(size);
  const { elements, indicators } = indicatorsOf(size);
  const pillars = masterplanPart();
  const invented: Data = { code: source, publisher: `Rekaan / simulated, seed ${size.seed}`, title: 'Daerah buatan untuk pengukuran', published: null, url: null, note_id: null, note_en: null };
  const parts: Part = {
    'places.region': [regionOf(size)],
    'places.source': [...sourcesOf(size.seed).filter((row) => row.code === 'instrumen-evaluasi-2023'), invented],
    'places.area': areas,
    'places.neighbour': neighboursOf(areas),
    'people.agency': range(agencies).map((n) => n + 1).map((n) => ({ code: `dinas-${n}`, name: `Dinas Rekaan ${n}`, short_name: `Dinas ${n}`, source_code: source, note_id: null, note_en: null })),
    'plan.plan': [planOf()],
    'plan.node': nodesOf(),
    'plan.link': [...indicators.map((indicator, n) => link('indicator', String(indicator.code), n)), ...range(initiatives).map((n) => link('initiative', `prakarsa-${pad(n + 1, 3)}`, n * 7))],
    'masterplan.masterplan': [{ ...pillars['masterplan.masterplan']?.[0], code: 'masterplan', name: both('Masterplan rekaan', 'Invented masterplan'), vision_source_code: source, source_code: source, note: null } as Data],
    'masterplan.pillar': pillars['masterplan.pillar'] ?? [],
    'masterplan.sub_dimension': pillars['masterplan.sub_dimension'] ?? [],
    'masterplan.initiative': range(initiatives).map(initiativeOf),
    'masterplan.indicator_link': indicators.map((indicator, n) => ({
      indicator_code: String(indicator.code), pillar_code: subs[n % subs.length]?.pillar ?? '', sub_dimension_code: subs[n % subs.length]?.code ?? '', weight: null, basis: 'document', reason_id: null, reason_en: null, source_code: source,
    })),
    'data.unit': [{ code: 'percent', name_id: 'persen', name_en: 'percent', shown_id: '#%', shown_en: '#%', dimension: 'percent', scale: null }, { code: 'buah', name_id: 'buah', name_en: 'items', shown_id: '# buah', shown_en: '# items', dimension: 'count', scale: null }],
    'data.element': elements.map(({ code, whole }) => ({
      code, name_id: `Data ${code.slice(1)}`, name_en: `Data ${code.slice(1)}`, unit_code: whole ? 'buah' : 'percent', value_type: whole ? 'integer' : 'number', sum_area: whole ? 'sum' : 'none', sum_time: whole ? 'sum' : 'last',
      agency_code: 'dinas-1', definition_id: null, definition_en: null, source_code: source,
    })),
    'data.series': elements.map(({ code }) => ({ element_code: code, code: 'utama', name_id: 'Utama', name_en: 'Main', kind: 'method', note_id: null, note_en: null })),
    'indicators.indicator': indicators,
    'indicators.target': indicators.flatMap((indicator, n) => targetsOf(indicator, n, size)),
    'indicators.indicator_agency': indicators.flatMap(sharesOf),
  };
  return { parts, elements, areas: areas.map((area) => String(area.code)) };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

function regionOf({ code, seed }: Size): Data {
  return {
    code, name: both('Kabupaten Rekaan', 'Invented Regency'), short_name: 'Rekaan', kind: 'kabupaten', time_zone: 'Asia/Jakarta', hosts: null, fictional: true,
    notice: both('Kabupaten Rekaan tidak ada. Semua nama, tempat, dan angka di sini rekaan.', 'This regency does not exist. Every name, place and figure here is invented.'),
    about: both(`Daerah buatan dengan seed ${seed}, untuk mengukur kecepatan.`, `A region generated with seed ${seed}, to measure speed.`),
    front_plan: plan, compiled_on: '2026-11-24', compiled_by: both(`Pembangkit data Serasan, seed ${seed}`, `The Serasan generator, seed ${seed}`), seed,
  };
}

function areasOf({ code, areas, seed }: Size): Data[] {
  const random = randomOf(seed, 'areas');
  const place = (areaCode: string, parent: string | null, level: string, kind: string, name: string): Data => ({
    code: areaCode, parent_code: parent, level, kind, name, capital: null, lat: random.decimal(-0.5, 0.5, 3), lon: random.decimal(-0.5, 0.5, 3), label_lat: null, label_lon: null,
    area_km2: written(random.decimal(5, 60, 1)), valid_from: null, valid_to: null, source_code: source,
  });
  const count = Math.min(99, Math.max(1, Math.round(areas / 13)));
  const districts = range(count).map((n) => place(`${code}.${pad(n + 1, 2)}`, code, 'district', 'kecamatan', `Kecamatan Rekaan ${n + 1}`));
  const villages = range(Math.max(0, areas - count)).map((n) => {
    const district = String(districts[n % count]?.code);
    return place(`${district}.${2001 + Math.floor(n / count)}`, district, 'village', 'desa', `Desa Rekaan ${n + 1}`);
  });
  return [place(code, null, 'region', 'kabupaten', 'Rekaan'), ...districts, ...villages];
}

/** Each district touches the next, and the one four further on. */
function neighboursOf(areas: Data[]): Data[] {
  const districts = areas.filter((area) => area.level === 'district').map((area) => String(area.code));
  return districts.flatMap((a_code, n) => [1, 4].flatMap((step) => (districts[n + step] ? [{ a_code, b_code: districts[n + step] ?? '', source_code: source }] : [])));
}

function planOf(): Data {
  const level = (code: string, id: string, en: string, many: string): object => ({ code, name: both(id, en), plural: both(id, many), component: true });
  return {
    code: plan, version: 1, kind: 'rpjmd', name: both('RPJMD rekaan 2022–2026', 'Invented plan 2022–2026'), short_name: both('RPJMD 2022–2026', 'Plan 2022–2026'), vision_word: null, period_from: '2022', period_to: '2026',
    baseline: '2021', parent_code: null, agency_code: null, status: 'adopted', legal_basis: null, source_code: source, note: null,
    levels: [level('vision', 'Visi', 'Vision', 'Visions'), level('mission', 'Misi', 'Mission', 'Missions'), level('objective', 'Sasaran', 'Objective', 'Objectives'), level('programme', 'Program', 'Programme', 'Programmes')], scoring: { floor: 0, cap: 100, bands: [90, 75, 65, 50] },
  };
}

function nodesOf(): Data[] {
  const rows: Data[] = [];
  const add = (code: string, parent: string | null, level: string, weight: string | null, id: string, en: string): void => {
    rows.push({ plan_code: plan, plan_version: 1, parent_code: parent, code, level, text: both(id, en), short: null, letter: null, weight, basis: 'document', source_code: source, note: null, position: rows.length });
  };
  add('V', null, 'vision', null, 'Daerah rekaan yang terukur', 'An invented region that can be measured');
  for (let m = 1; m <= missions; m += 1) {
    add(`M${m}`, 'V', 'mission', String(m <= 4 ? 14 : 11), `Misi rekaan ${m}`, `Invented mission ${m}`);
    for (let o = 1; o <= objectives; o += 1) {
      add(`S${m}.${o}`, `M${m}`, 'objective', String(100 / objectives), `Sasaran rekaan ${m}.${o}`, `Invented objective ${m}.${o}`);
      for (let p = 1; p <= programmes; p += 1) add(`P${m}.${o}.${p}`, `S${m}.${o}`, 'programme', String(100 / programmes), `Program rekaan ${m}.${o}.${p}`, `Invented programme ${m}.${o}.${p}`);
    }
  }
  return rows;
}

function link(kind: string, code: string, n: number): Data {
  const node = `P${(n % missions) + 1}.${(Math.floor(n / missions) % objectives) + 1}.${(Math.floor(n / missions / objectives) % programmes) + 1}`;
  return { kind, code, plan_code: plan, plan_version: 1, node_code: node, role: 'primary', weight: null, basis: 'document', reason_id: null, reason_en: null, source_code: source };
}

/** Every third indicator is shared by three agencies. */
function sharesOf(indicator: Data, n: number): Data[] {
  if (n % 3 !== 0) return [];
  return ['50', '30', '20'].map((weight, m) => ({
    indicator_code: String(indicator.code), agency_code: `dinas-${((n + m) % agencies) + 1}`, role: m === 0 ? 'lead' : 'contributor', weight, account_id: `Bagian rekaan ${m + 1}`, account_en: `Invented part ${m + 1}`, basis: 'document', source_code: source,
  }));
}

function initiativeOf(n: number): Data {
  const sub = subs[n % subs.length];
  return {
    code: `prakarsa-${pad(n + 1, 3)}`, kind: n % 5 === 0 ? 'quick_win' : 'initiative', name: both(`Prakarsa rekaan ${n + 1}`, `Invented initiative ${n + 1}`), pillar_code: sub?.pillar ?? null, sub_dimension_code: sub?.code ?? null,
    pillar_basis: 'document', pillar_reason: null, agency_code: `dinas-${(n % agencies) + 1}`, started: '2022', summary: null, state: 'running', source_code: source, statements: null, position: n,
  };
}

const modes = ['periodic', 'cumulative', 'latest'] as const;
/** One indicator in twenty is told by quarters, for the region alone. */
const modeOf = (n: number): LargeElement['quarterly'] => (n % 20 === 10 ? (modes[Math.floor(n / 20) % modes.length] ?? null) : null);

/** Every fourth indicator is a ratio of two elements; every third is better when lower. */
function indicatorsOf({ indicators: count, deep: deepCount }: Size): { elements: LargeElement[]; indicators: Data[] } {
  const elements: LargeElement[] = [];
  const indicators = range(count).map((n) => {
    const number = pad(n + 1, 4);
    const quarterly = modeOf(n);
    const deep = n < deepCount && quarterly === null;
    const ratio = n % 4 === 3;
    const codes = ratio ? [`E${number}A`, `E${number}B`] : [`E${number}`];
    for (const code of codes) elements.push({ code, deep, whole: ratio, quarterly });
    const [over = '', under = ''] = codes;
    const example = ratio ? { values: { [over]: 50, [under]: 200 }, result: 25 } : { values: { [over]: 12.5 }, result: 12.5 };
    return {
      code: `ukuran-${number}`, name: both(`Ukuran rekaan ${n + 1}`, `Invented indicator ${n + 1}`), short: both(`Ukuran ${n + 1}`, `Indicator ${n + 1}`), definition: null, unit_code: 'percent', direction: isLower(n) ? 'lower' : 'higher', lower_formula: 'ratio',
      period_kind: quarterly ? 'quarter' : 'year', decimals: 1, formula: ratio ? `#{${over}} / #{${under}} * 100` : `#{${over}}`, missing: 'skip_if_any', series: ['utama'], level: 'region', family: 'ikd', agency_code: `dinas-${(n % agencies) + 1}`,
      source_code: source, note: null, worked_examples: [example], target_kind: null, milestones: null, period_mode: quarterly,
    };
  });
  return { elements, indicators };
}

const isLower = (n: number): boolean => n % 3 === 2 && modeOf(n) === null;

/** Targets for the plan's years, of a quarterly one also its quarters, the last of which is the year's; one indicator in eight has none. */
function targetsOf(indicator: Data, n: number, { code, seed }: Size): Data[] {
  if (n % 8 === 7) return [];
  const random = randomOf(seed, `target ${n}`);
  const start = random.integer(30, 80);
  const mode = modeOf(n);
  const row = (period: string, value: number): Data => ({
    indicator_code: String(indicator.code), area_code: code, period, plan_code: plan, comparison: '=', value: String(value), value_to: null, status: 'published', origin: 'simulated', source_code: source, note_id: null, note_en: null,
  });
  return range(5).flatMap((year) => {
    const whole = start + year * (isLower(n) ? -2 : 2);
    const quarters = mode === null ? [] : [1, 2, 3, 4].map((quarter) => row(`${2022 + year}Q${quarter}`, mode === 'cumulative' ? (whole * quarter) / 4 : whole));
    return mode === 'periodic' ? quarters : [row(String(2022 + year), whole), ...quarters];
  });
}
