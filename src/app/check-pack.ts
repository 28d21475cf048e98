import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { disaggregation } from '#data/index.ts';
import { regionCode } from '#kernel/config.ts';
import { decode, largestFile, type PackProblem, type PackRow, type PackValue, type Report } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { groupsOf, rowsOf } from '#kernel/pack-parts.ts';
import { type Doubts, doubtsOf, isDoubted } from './check-doubts.ts';
import { hiddenRows } from './check-history.ts';
import { meaningProblems } from './check-meaning.ts';
import { partOf, parts, tables } from './pack-files.ts';

export interface Pack {
  folder: string;
  tables: Tables;
  problems: PackProblem[];
  /** Digest of every file's name and content: the same pack has the same digest. */
  digest: string;
  code: string;
  /** Every row was read and has a key of its own: writing the pack again loses nothing. */
  whole: boolean;
}

/** Reads a pack and finds every problem in it, with file, line, what was given and what was expected. Writes nothing. */
export function checkPack(folder: string): Pack {
  const problems: PackProblem[] = [];
  const found: Tables = new Map();
  const report: Report = (problem) => problems.push(problem);
  const digest = createHash('sha256');
  if (!existsSync(folder)) report({ file: folder, line: null, field: '', given: 'no such folder', expected: 'the folder of a region pack', record: null });
  else if (!existsSync(join(folder, 'region.yaml'))) report({ file: 'region.yaml', line: null, field: '', given: 'no such file', expected: `a region pack in ${folder}` });
  else for (const entry of entriesIn(folder)) readEntry(folder, entry, found, report, digest);
  const doubts = doubtsOf(problems);
  keyProblems(found, report);
  const whole = problems.length === 0;
  refProblems(found, doubts, report);
  meaningProblems(found, doubts, report);
  const order = (p: PackProblem): string => `${p.file} ${String(p.line ?? 0).padStart(9, '0')} ${p.field}`;
  problems.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  for (const problem of problems) delete problem.record;
  return { folder, tables: found, problems, digest: digest.digest('hex'), code: String(rowsOf(found, 'places.region')[0]?.data.code ?? ''), whole };
}

/** What is wrong in rows that were read already: keys, what they name, what they mean. */
export function problemsIn(found: Tables): PackProblem[] {
  const problems: PackProblem[] = [];
  keyProblems(found, (problem) => problems.push(problem));
  refProblems(found, new Map(), (problem) => problems.push(problem));
  meaningProblems(found, new Map(), (problem) => problems.push(problem));
  return problems;
}

/** The region a pack is of, from its region.yaml alone; null when that cannot be read. */
export function codeOf(folder: string): string | null {
  if (!existsSync(join(folder, 'region.yaml'))) return null;
  const found: Tables = new Map();
  const content = decode('region.yaml', readFileSync(join(folder, 'region.yaml')), () => undefined);
  if (content !== null) partOf('region.yaml')?.read('region.yaml', content, found, () => undefined);
  const code = rowsOf(found, 'places.region')[0]?.data.code;
  return regionCode.safeParse(code).success ? String(code) : null;
}

/** Files of a pack, and what stands among them and is none; what begins with a dot, or is an editor's lock, is nobody's business. */
export function filesIn(folder: string): string[] {
  return entriesIn(folder).filter((entry) => !entry.folder).map((entry) => entry.name);
}

interface Entry {
  name: string;
  folder: boolean;
  link: boolean;
}

function entriesIn(folder: string): Entry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ name: relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'), folder: entry.isDirectory(), link: entry.isSymbolicLink() }))
    .filter(({ name }) => !name.split('/').some((step) => step.startsWith('.') || step.startsWith('~$')))
    .sort((a, b) => (inOrder(a.name) < inOrder(b.name) ? -1 : 1));
}

/** `values`, `values-2`, `values-10`: then a large pack's rows stand in the order of their keys. */
const inOrder = (file: string): string => file.replace(/\.\w+$/, '').replace(/\d+/g, (number) => number.padStart(9, '0'));

function readEntry(folder: string, { name: file, folder: isFolder, link }: Entry, into: Tables, report: Report, digest: { update(data: string | Uint8Array): unknown }): void {
  const part = partOf(file);
  if (link) return report({ file, line: null, field: '', given: 'a symbolic link', expected: 'a file of its own', record: null });
  if (isFolder) return part ? report({ file, line: null, field: '', given: 'a folder', expected: 'a file', record: null }) : undefined;
  if (!part) return report({ file, line: null, field: '', given: file, expected: `one of ${parts.map((known) => known.file).join(', ')}` });
  const { size } = statSync(join(folder, file));
  if (size > largestFile) return report({ file, line: null, field: '', given: `${size} bytes`, expected: `at most ${largestFile} bytes; values may be split into values-2.csv …`, record: null });
  const bytes = readFileSync(join(folder, file));
  digest.update(`${file}\0`);
  digest.update(bytes);
  const content = decode(file, bytes, report);
  if (content !== null) part.read(file, content, into, report);
}

const nameOf = (row: PackRow, by: string[]): string => (by.length === 1 ? String(row.data[by[0] ?? ''] ?? '') : by.map((column) => String(row.data[column] ?? '')).join(' / '));

function keyProblems(found: Tables, report: Report): void {
  for (const table of tables) {
    for (const [first, ...others] of groupsOf(rowsOf(found, table.name), table.key)) {
      for (const row of others) report({ file: row.file, line: row.line, field: table.key.join(', '), given: nameOf(row, table.key), expected: `a key of its own; it stands already in ${first?.file}, line ${first?.line}` });
    }
  }
}

function refProblems(found: Tables, doubts: Doubts, report: Report): void {
  const known = new Map<string, Set<string>>();
  for (const table of tables) {
    for (const { kind, by } of table.gives ?? []) known.set(kind, new Set(rowsOf(found, table.name).map((row) => nameOf(row, by))));
  }
  const parts = disaggregation.inPack(found);
  const [elements, series] = [known.get('element'), known.get('series')];
  const seriesOf = new Map([...Map.groupBy(rowsOf(found, 'data.series'), (row) => String(row.data.element_code))].map(([element, rows]) => [element, rows.map((row) => String(row.data.code))]));
  const look = (row: PackRow, kind: string, by: string[]): void => {
    const name = nameOf(row, by);
    if (known.get(kind)?.has(name) || isDoubted(doubts, kind, by.map((column) => String(row.data[column])))) return;
    report({ file: row.file, line: row.line, field: by.join(', '), given: name, expected: `the code of a known ${kind}` });
  };
  for (const table of tables) {
    const single = table.columns.flatMap((column) => (column.ref ? [{ kind: column.ref, name: column.name, by: [column.name], codes: known.get(column.ref) }] : []));
    const hidden = table.name === 'data.value' ? hiddenRows(found) : null;
    if (table.name === 'data.value') for (const [element, categories] of parts) for (const key of disaggregation.keysOf(element, categories).slice(1)) {
      elements?.add(key);
      for (const code of seriesOf.get(element) ?? []) series?.add(`${key} / ${code}`);
    }
    for (const row of rowsOf(found, table.name)) {
      if (hidden?.has(row)) continue;
      for (const { kind, name, by, codes } of single) {
        const value = row.data[name];
        if (present(value) && !codes?.has(value as string)) look(row, kind, by);
      }
      for (const { kind, by, only, when } of table.refs ?? []) {
        if ((!only || row.data[only[0]] === only[1]) && (!when || present(row.data[when]))) look(row, kind, by);
      }
    }
  }
}

const present = (value: PackValue | undefined): boolean => value !== null && value !== undefined;
