import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InSyncIndex, indexParts, type InSync, inSyncOf, lintRules } from '#alignment/index.ts';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { openDatabase } from '#kernel/database.ts';
import { Fault } from '#kernel/faults.ts';
import { currentPeriod } from '#kernel/periods.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { getRegion } from '#places/index.ts';
import { codeOf } from './check-pack.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';

/** `serasan lint`: of the region in the database, or of a pack, which is loaded into a database of its own that is thrown away. */
export async function lintOf(folder: string | null, given: { region?: string; on?: string }, out: (line: string) => unknown, say: (line: string) => void): Promise<number> {
  if (given.on !== undefined && !/^\d{4}-\d\d-\d\d$/.test(given.on)) throw new Fault('day.invalid', 422, { given: given.on, expected: 'a day such as 2026-11-28' });
  const { report, index, region } = folder === null ? await ofDatabase(given, say) : await ofPack(folder, given.on, say);
  const code = tellReport(report, region, out);
  tellIndex(index, out);
  return code;
}

/** So many values of a pack are loaded to look at it; above that a check would take minutes. */
const mostValues = 100_000;

/** What the linter finds in a pack that has no problems: remarks for somebody to look at, never a reason to refuse it. */
export async function remarksOn(folder: string, values: number, out: (line: string) => unknown): Promise<void> {
  if (values > mostValues) {
    out(`note: not linted, for it has more than ${mostValues} values; \`serasan lint DIR\` does it`);
    return;
  }
  const { report } = await ofPack(folder, undefined, () => undefined);
  for (const { rule, about, says } of report.findings) out(`note: ${lintRules[rule].severity} ${rule}: ${about.kind} ${about.code}: ${says.en}`);
  for (const { rule, lacks } of report.notChecked) out(`note: not checked ${rule}: there is no record of ${lacks.en}`);
}

async function ofDatabase(given: { region?: string; on?: string }, say: (line: string) => void) {
  const config = readConfig(process.env);
  const db = await openDatabase(config, say, 'command');
  try {
    return await ask(db, given.region ?? config.region, given.on);
  } finally {
    await db.close();
  }
}

async function ofPack(folder: string, on: string | undefined, say: (line: string) => void) {
  if (!existsSync(folder)) throw new Fault('pack.refused', 422, { folder, problems: [{ file: folder, line: null, field: '', given: 'no such folder', expected: 'the folder of a region pack', record: null }] });
  const scratch = mkdtempSync(join(tmpdir(), 'serasan-lint-'));
  const db = await openDatabase(readConfig({ SERASAN_DATA: scratch }), () => undefined, 'command');
  try {
    await loadPack(newContext(db, 'pack', say), folder);
    return await ask(db, codeOf(folder) ?? '', on);
  } finally {
    await db.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function ask(db: Db, region: string, on: string | undefined): Promise<{ report: InSync['report']; index: InSyncIndex; region: string }> {
  // The state as it is shown: one transaction reads all of it.
  return forRegionRead(db, region, async (tx) => {
    const day = on ?? currentPeriod(new Date(), 'day', (await getRegion(tx)).timeZone).text;
    return { ...(await inSyncOf(tx, day)), region };
  });
}

function tellIndex({ value, low, high, known, parts }: InSyncIndex, out: (line: string) => unknown): void {
  out(`index ${value === null ? 'not known' : value.toFixed(1)}, between ${low.toFixed(1)} and ${high.toFixed(1)}, from ${known} of ${parts.length} parts`);
  for (const { code, held, of, share } of parts) out(`  ${code}: ${share === null ? 'not known' : `${held} of ${of}`} (${indexParts[code].en})`);
}

/** Told rule by rule, with why and how to mend it once for each; answers 1 where anything was found. */
function tellReport({ findings, excepted, notChecked }: InSync['report'], region: string, out: (line: string) => unknown): number {
  for (const [rule, some] of Map.groupBy(findings, (one) => one.rule)) {
    const { name, severity, why, mend, source } = lintRules[rule];
    out(`${severity} ${rule}: ${name.en}. ${why.en} ${mend.en}${source === null ? '' : ` [${source.en}]`}`);
    for (const { about, says } of some) out(`  ${about.kind} ${about.code}: ${says.en}`);
  }
  for (const one of excepted) out(`let stand until ${one.untilDay}: ${one.rule} ${one.about.kind} ${one.about.code}: ${one.reason}`);
  for (const { rule, lacks } of notChecked) out(`not checked ${rule}: there is no record of ${lacks.en}`);
  out(`${region}: ${findings.length} found, ${excepted.length} let stand, ${notChecked.length} of ${Object.keys(lintRules).length} rules not checked`);
  return findings.length === 0 ? 0 : 1;
}
