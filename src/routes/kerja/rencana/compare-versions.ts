import { planPages } from '#editing/index.ts';
import { listIndicators } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listInitiatives } from '#masterplan/index.ts';
import { listSources } from '#places/index.ts';
import { type PlanVersion, treeRules, versionReads } from '#plan/index.ts';
import { agencyNames } from './plan-routes.ts';

/** What is told by name in a difference; of two alike each with its code. */
async function namesIn(tx: RegionTx, lang: App.Locals['lang']): Promise<ReadonlyMap<string, string>> {
  const own = (one: { nameId: string; nameEn: string }): string => (lang === 'id' ? one.nameId : one.nameEn);
  const all = [
    ...(await listSources(tx)).map((one) => ({ kind: 'source', code: one.code, name: [one.publisher, one.title].filter(Boolean).join(', ') || one.code })),
    ...[...(await agencyNames(tx))].map(([code, name]) => ({ kind: 'agency', code, name })),
    ...(await listIndicators(tx)).map((one) => ({ kind: 'indicator', code: one.code, name: own(one) })),
    ...(await listInitiatives(tx)).map((one) => ({ kind: 'initiative', code: one.code, name: own(one) })),
  ];
  const alike = Map.groupBy(all, ({ kind, name }) => `${kind}/${name}`);
  return new Map(all.map(({ kind, code, name }) => [`${kind}/${code}`, (alike.get(`${kind}/${name}`)?.length ?? 0) > 1 ? `${name} (${code})` : name]));
}

interface Asked {
  lang: App.Locals['lang'];
  code: string;
  url: URL;
  address: string;
  /** Where the plan itself is shown. */
  back: string;
  /** Which versions may be compared. */
  may: (version: PlanVersion) => boolean;
}

/** The page of two versions; without a choice the newest and the one before it. Throws `plan.unknown` (404), and 400 for what is no version. */
export async function compareVersions(read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>, { lang, code, url, address, back, may }: Asked) {
  const numberAt = (name: string): number | null => {
    const given = url.searchParams.get(name);
    if (given === null) return null;
    if (!/^\d{1,6}$/.test(given)) throw new Fault('query.invalid', 400, { given: given.slice(0, 40), expected: 'a version, such as 2' });
    return Number(given);
  };
  const [asked, base, start] = [numberAt('ke'), numberAt('dari'), numberAt('mulai') ?? 0];
  const given = await read(async (tx) => {
    const versions = (await versionReads.all(tx, code)).filter(may);
    const find = (version: number | null): PlanVersion | undefined => versions.find((one) => one.version === version);
    const to = asked === null ? versions[0] : find(asked);
    const from = base === null ? (versions.find((one) => to && one.version < to.version) ?? null) : find(base);
    if (!to || from === undefined) throw new Fault('plan.unknown', 404, { given: `${code.slice(0, 80)} ${base ?? ''} ${asked ?? ''}`.trim(), expected: 'versions of a plan of this region' });
    return { versions, from, to };
  });
  const key = ({ version }: PlanVersion) => ({ planCode: code, planVersion: version });
  const treeOf = async (version: PlanVersion) => (await versionReads.tree(read, key(version))).tree;
  const newer = given.from && given.from.version > given.to.version ? given.from : given.to;
  const { merged, since, names } = await read(async (tx) => ({ names: await namesIn(tx, lang), merged: await versionReads.merged(tx, code, given.from?.version ?? 0, given.to.version), since: await versionReads.linksSince(tx, newer) }));
  const asAdopted = async (version: PlanVersion) => (version === newer ? treeRules.withLinks(await treeOf(version), since) : treeOf(version));
  const before = given.from ? await asAdopted(given.from) : null;
  const difference = before ? treeRules.difference(before, await asAdopted(given.to)) : [];
  const name = lang === 'id' ? given.to.shortNameId : given.to.shortNameEn;
  return planPages.difference({ ...given, before, difference, merged, names, later: since.map(({ at, node, kind, code: thing, now }) => ({ at, node, kind, code: thing, gone: now === null })), lang, start, address, back: { text: name, href: back } });
}
