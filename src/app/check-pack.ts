import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decode, largestFile, type PackProblem, type PackRow, type PackValue, type Report } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { type Doubts, doubtsOf, isDoubted } from './check-doubts.ts';
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
  if (!existsSync(join(folder, 'region.yaml'))) report({ file: 'region.yaml', line: null, field: '', given: 'no such file', expected: `a region pack in ${folder}` });
  else for (const file of filesIn(folder)) readFile(folder, file, found, report, digest);
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

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function readFile(folder: string, file: string, into: Tables, report: Report, digest: { update(data: string | Uint8Array): unknown }): void {
  const part = partOf(file);
  if (!part) return report({ file, line: null, field: '', given: file, expected: `one of ${parts.map((known) => known.file).join(', ')}` });
  const { size } = statSync(join(folder, file));
  if (size > largestFile) return report({ file, line: null, field: '', given: `${size} bytes`, expected: `at most ${largestFile} bytes; values may be split into values-2.csv …`, record: null });
  const bytes = readFileSync(join(folder, file));
  digest.update(`${file}\0`);
  digest.update(bytes);
  const content = decode(file, bytes, report);
  if (content !== null) part.read(file, content, into, report);
}

const nameOf = (row: PackRow, by: string[]): string => by.map((column) => String(row.data[column] ?? '')).join(' / ');

function keyProblems(found: Tables, report: Report): void {
  for (const table of tables) {
    const seen = new Map<string, PackRow>();
    for (const row of rowsOf(found, table.name)) {
      const key = nameOf(row, table.key);
      const first = seen.get(key);
      if (first) report({ file: row.file, line: row.line, field: table.key.join(', '), given: key, expected: `a key of its own; it stands already in ${first.file}, line ${first.line}` });
      else seen.set(key, row);
    }
  }
}

function refProblems(found: Tables, doubts: Doubts, report: Report): void {
  const known = new Map<string, Set<string>>();
  for (const table of tables) {
    for (const { kind, by } of table.gives ?? []) known.set(kind, new Set(rowsOf(found, table.name).map((row) => nameOf(row, by))));
  }
  const look = (row: PackRow, kind: string, by: string[]): void => {
    const name = nameOf(row, by);
    if (isDoubted(doubts, kind, by.map((column) => String(row.data[column])))) return;
    if (!known.get(kind)?.has(name)) report({ file: row.file, line: row.line, field: by.join(', '), given: name, expected: `the code of a known ${kind}` });
  };
  for (const table of tables) {
    const single = table.columns.flatMap((column) => (column.ref ? [{ kind: column.ref, by: [column.name] }] : []));
    for (const row of rowsOf(found, table.name)) {
      for (const { kind, by } of single) if (present(row.data[by[0] ?? ''])) look(row, kind, by);
      for (const { kind, by, only, when } of table.refs ?? []) {
        if ((!only || row.data[only[0]] === only[1]) && (!when || present(row.data[when]))) look(row, kind, by);
      }
    }
  }
}

const present = (value: PackValue | undefined): boolean => value !== null && value !== undefined;
