// Writes a generated region of any size, for measurements and for the test that kills a loading server. Its output is not committed.
//   node scripts/contoh/large.ts DIR --code 99.02 --indicators 400 --areas 300 --years 10 [--deep 400] [--seed 9902]
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePack } from '#app/write-pack.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { type LargeElement, largeTables, type Size } from './large-tables.ts';
import { randomOf } from './random.ts';
import { asRows, written } from './rows.ts';

const rowsPerFile = 100_000;
const linesPerWrite = 5_000;
const header = 'element_code,area_code,period,series_code,revision,value,applicable,status,quality,origin,assurance,source_code,note_id,note_en,recorded_by,recorded_at';
const lastYear = 2026;

/** Writes the region's pack and answers how many values it holds. Values are written as they are made, so memory stays flat. */
export function writeLarge(folder: string, size: Size): number {
  const { parts, elements, areas } = largeTables(size);
  const tables: Tables = new Map(Object.entries(parts).map(([table, data]) => [table, asRows(data)]));
  writePack(folder, tables, true);
  const inOrder = [...areas].sort((a, b) => (a < b ? -1 : 1));
  let rows = 0;
  let file = 0;
  let held: string[] = [];
  const flush = (): void => {
    if (held.length > 0) writeSync(file, `${held.join('\n')}\n`);
    held = [];
  };
  for (const line of valueLines(size, elements, inOrder)) {
    if (rows % rowsPerFile === 0) {
      flush();
      if (file) closeSync(file);
      file = openSync(join(folder, rows === 0 ? 'values.csv' : `values-${rows / rowsPerFile + 1}.csv`), 'w');
      held.push(header);
    }
    held.push(line);
    rows += 1;
    if (held.length >= linesPerWrite) flush();
  }
  flush();
  if (file) closeSync(file);
  return rows;
}

/** One row per element, area and period, in the pack's own order; about one in fifty is missing, the newest year is provisional. */
function* valueLines({ code, years, seed }: Size, elements: LargeElement[], areas: string[]): Generator<string> {
  for (const element of elements) {
    const random = randomOf(seed, element.code);
    const start = element.whole ? random.integer(2_000, 9_000) : random.integer(200, 700);
    const step = element.whole ? random.integer(-50, 120) : random.integer(-8, 25);
    for (const area of element.deep ? areas : [code]) {
      const own = random.integer(-100, 100);
      for (let n = 0; n < years; n += 1) {
        const amount = Math.max(0, start + own + step * n + random.integer(-20, 20));
        if (area !== code && random.next() < 0.02) continue;
        const year = lastYear - years + 1 + n;
        for (const [period, part] of periodsOf(year, element)) {
          yield `${element.code},${area},${period},utama,,${element.whole ? amount : written((amount * part) / 10)},,,${year === lastYear ? 'provisional' : ''},simulated,,rekaan,,,,`;
        }
      }
    }
  }
}

/** A year, or its quarters up to September of the newest year; a running total has its part of the year in each. */
function periodsOf(year: number, { quarterly }: LargeElement): [period: string, part: number][] {
  if (!quarterly) return [[String(year), 1]];
  return [1, 2, 3, 4].filter((quarter) => year < lastYear || quarter < 4).map((quarter) => [`${year}Q${quarter}`, quarterly === 'cumulative' ? quarter / 4 : 1]);
}

/** Reads the call; a wrong size throws with what was expected. */
export function sizeFrom(args: string[]): { folder: string; size: Size } {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { code: { type: 'string', default: '99.02' }, indicators: { type: 'string', default: '400' }, areas: { type: 'string', default: '300' }, years: { type: 'string', default: '10' }, deep: { type: 'string' }, seed: { type: 'string', default: '9902' } },
  });
  const count = (name: string, given: string, most: number): number => {
    const number = Number(given);
    if (!Number.isInteger(number) || number < 1 || number > most) throw new RangeError(`--${name}: given ${given}; expected a whole number from 1 to ${most}`);
    return number;
  };
  if (!/^99\.\d\d$/.test(values.code)) throw new RangeError(`--code: given ${values.code}; expected 99. and two digits: only there may figures be simulated`);
  if (positionals.length !== 1) throw new RangeError('expected one folder');
  const indicators = count('indicators', values.indicators, 5_000);
  return {
    folder: resolve(positionals[0] ?? ''),
    size: {
      code: values.code, indicators, areas: count('areas', values.areas, 9_000), years: count('years', values.years, 60),
      deep: count('deep', values.deep ?? values.indicators, indicators), seed: count('seed', values.seed, 2 ** 31 - 1),
    },
  };
}

if (process.argv[1]?.endsWith('contoh/large.ts')) {
  try {
    const { folder, size } = sizeFrom(process.argv.slice(2));
    process.stdout.write(`${writeLarge(folder, size)} values in ${folder}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
