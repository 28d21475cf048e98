import { imports } from '#data/index.ts';
import { fieldValue } from '#data/ui.ts';
import { formatMoment, formatNumber, formatPeriod, linkTo } from '#ui/index.ts';
import { shownValue } from './names.ts';
import type { Speaking } from './work-page.ts';
import type { WorkKey } from './words.ts';

type Import = Awaited<ReturnType<typeof imports.find>>;
type Line = Awaited<ReturnType<typeof imports.lines>>[number];

export interface ImportList {
  title: string;
  wrong: string | null;
  templateHref: string;
  recent: { href: string; text: string; state: string }[];
}

export interface ImportRow {
  line: string;
  what: string;
  before: string;
  after: string;
}
export interface ImportPage {
  id: string;
  title: string;
  said: string | null;
  file: string;
  state: string;
  reading: boolean;
  ready: boolean;
  done: boolean;
  some: boolean;
  /** Something is unusual and has no note: it is recorded with a word that says why. */
  asksWhy: boolean;
  /** Nobody said why. */
  wrong: string | null;
  counts: { label: string; value: string }[];
  problem: string | null;
  refused: { title: string; more: string | null; rows: { line: string; what: string; given: string; expected: string }[] } | null;
  groups: { title: string; rows: ImportRow[] }[];
}

function stateText({ say, lang }: Speaking, one: Import, broken: boolean): string {
  if (broken) return say('import.state.broken');
  return say(`import.state.${one.state}` as WorkKey, { read: formatNumber(one.counts.read ?? 0, { lang }) });
}

export function importList(speaking: Speaking, all: (Import & { broken: boolean })[], wrong: string | null): ImportList {
  const { say, site, lang } = speaking;
  return {
    title: say('import.title'), wrong, templateHref: linkTo(site, '/kerja/impor/templat.csv'),
    recent: all.map((one) => ({ href: linkTo(site, `/kerja/impor/${one.id}`), text: say('import.row', { file: one.file, at: formatMoment(one.startedAt, lang, site.region?.timeZone ?? 'UTC') }), state: stateText(speaking, one, one.broken) })),
  };
}

export interface ImportFound {
  one: Import;
  broken: boolean;
  lines: Record<'refused' | 'unusual' | 'changed' | 'added' | 'file' | 'overtaken', Line[]>;
  /** The unit of each element, by its code. */
  units: Map<string, string>;
}

/** What an import is, found, and may become. */
export function importPage(speaking: Speaking, { one, broken, lines, units }: ImportFound, stands: number | null, unsaid = false): ImportPage {
  const { say, lang } = speaking;
  const number = (n: number): string => formatNumber(n, { lang });
  const count = (name: string): number => one.counts[name] ?? 0;
  const recorded = count('added') + count('changed') - count('overtaken');
  const state = broken ? 'failed' : one.state;
  const rowOf = (line: Line): ImportRow => {
    const shown = (value: string | null): string => (value === null ? '' : shownValue(value, { unitCode: units.get(partsOf(line)[1] ?? '') ?? '' }, speaking.names, lang));
    return { line: number(line.line), what: whatOf(speaking, line), before: shown(line.before), after: shown(line.after) };
  };
  const group = (kind: 'unusual' | 'changed' | 'added'): ImportPage['groups'] => (lines[kind].length === 0 ? [] : [{ title: say(`import.${kind}.title`, { count: number(kind === 'unusual' ? count('unusual') : kind === 'changed' ? count('changed') : count('added')) }), rows: lines[kind].map(rowOf) }]);
  const kinds = ['rows', 'added', 'changed', 'unusual', 'unchanged', 'refused', 'overtaken'] as const;
  return {
    id: one.id, title: say(`import.page.${state}` as WorkKey, { count: recorded, file: one.file }), said: stands === null ? null : say('import.undone.said', { stands }), file: one.file, state: stateText(speaking, one, broken),
    reading: one.state === 'reading' && !broken, ready: one.state === 'ready', done: one.state === 'done', some: count('refused') > 0, asksWhy: count('unusual') > 0, wrong: unsaid ? say('import.why.missing') : null,
    counts: kinds.filter((kind) => kind === 'rows' || count(kind) > 0).map((kind) => ({ label: say(kind === 'unusual' && one.state !== 'ready' ? 'import.count.unusual.done' : `import.count.${kind}`), value: number(count(kind)) })),
    problem: lines.file[0] ? say(`import.file.${lines.file[0].expected}` as WorkKey, { columns: imports.file.columns.slice(0, 7).join(', ') }) : null,
    refused: lines.refused.length === 0 ? null : {
      title: say('import.refused.title', { count: number(count('refused')) }), more: lines.refused.length < count('refused') ? say('import.refused.more', { shown: number(lines.refused.length) }) : null,
      rows: lines.refused.map((line) => ({ line: number(line.line), what: whatOf(speaking, line), given: (line.given ?? '').replaceAll('~', ' / '), expected: expectedText(speaking, line.expected ?? '') })),
    },
    groups: [...group('unusual'), ...group('changed'), ...group('added')],
  };
}

const partsOf = (line: Line): string[] => line.subject.split('~');

function whatOf({ names, lang }: Speaking, line: Line): string {
  const [, element = '', area = ''] = partsOf(line);
  return [names.element(element)[lang], ...(area === names.region || area === '' ? [] : [names.area(area)])].join(', ');
}

/** What a row should have said, in words. */
function expectedText({ say, lang }: Speaking, expected: string): string {
  const [kind = '', ...rest] = expected.split(' ');
  const [first = '', second = ''] = rest;
  switch (kind) {
    case 'duplicate': return say('import.expects.duplicate', { line: first });
    case 'period': return say('import.expects.period', { period: `${first} (${formatPeriod(first, lang)})` });
    case 'number': return say(`import.expects.number.${first}` as WorkKey);
    case 'ambiguous': return say('import.expects.ambiguous', { one: fieldValue(first, lang), other: fieldValue(second, lang) });
    default: return say(`import.expects.${kind}` as WorkKey);
  }
}

