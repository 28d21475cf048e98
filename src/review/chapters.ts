import type { Lang } from '#kernel/i18n.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { type Data, drafts } from '#masterplan/index.ts';
import { keyIn, named, nameOf, type Opened } from './told.ts';

/** What is decided as one: an initiative, or a chapter as such. */
export const chapterSubject = 'chapter';
export const initiativeSubject = 'masterplan.initiative';

/** One row beside what is in force. */
export interface Row {
  subject: string;
  key: string;
  /** As the draft will have it; of what it takes away as it stands in force. */
  data: Data;
  before: Data | null;
  mark: 'added' | 'changed' | 'removed' | null;
}
export interface Chapter {
  code: string;
  /** Null of what is no pillar. */
  pillar: Row | null;
  initiatives: Row[];
  /** Other rows, by the word of their kind. */
  others: { kind: string; rows: Row[] }[];
}

const byPosition = (a: Row, b: Row): number => Number(a.data.position ?? 0) - Number(b.data.position ?? 0) || (a.key < b.key ? -1 : 1);

/** All rows of a table, of the draft and of what it takes away. */
export function rowsOfDraft({ inForce, wanted }: Pick<Opened, 'inForce' | 'wanted'>, name: string): Row[] {
  const subject = `masterplan.${name}`;
  const by = (rows: PackRow[]) => new Map(rows.map(({ data }) => [keyIn(subject, data), data]));
  const [was, is] = [by(rowsOf(inForce, subject)), by(rowsOf(wanted, subject))];
  return [...new Set([...was.keys(), ...is.keys()])].map((key): Row => {
    const [before, now] = [was.get(key) ?? null, is.get(key) ?? null];
    return { subject, key, data: now ?? before ?? {}, before, mark: before === null ? 'added' : now === null ? 'removed' : drafts.isSame(before, now) ? null : 'changed' };
  }).sort(byPosition);
}

/** The chapters as leaders read them: direction, analysis, pillar by pillar, what has no pillar yet, governance. */
export function chaptersOf(opened: Opened): Chapter[] {
  const all = (name: string): Row[] => rowsOfDraft(opened, name);
  const initiatives = all('initiative');
  const [subs, strategies, actions, roadmap] = [all('sub_dimension'), all('strategy'), all('action_plan'), all('roadmap')];
  const pillars = all('pillar');
  const of = (rows: Row[], code: unknown): Row[] => rows.filter(({ data }) => data.pillar_code === code);
  const stepsOf = (own: Row[]): Row[] => roadmap.filter(({ data }) => own.some((one) => one.data.code === data.initiative_code));
  const homeless = initiatives.filter(({ data }) => !pillars.some((pillar) => pillar.data.code === data.pillar_code));
  const chapter = (code: string, pillar: Row | null, own: Row[], others: Record<string, Row[]>): Chapter => ({ code, pillar, initiatives: own, others: Object.entries(others).map(([kind, rows]) => ({ kind, rows })).filter(({ rows }) => rows.length > 0) });
  return [
    chapter('arah', null, [], { umum: all('masterplan') }),
    chapter('analisis', null, [], { kesiapan: all('readiness'), swot: all('swot') }),
    ...pillars.map((pillar) => {
      const own = of(initiatives, pillar.data.code);
      return chapter(String(pillar.data.code), pillar, own, { subdimensi: of(subs, pillar.data.code), strategi: of(strategies, pillar.data.code), 'rencana-aksi': of(actions, pillar.data.code), 'peta-jalan': stepsOf(own) });
    }),
    ...(homeless.length > 0 ? [chapter('lain', null, homeless, { 'peta-jalan': stepsOf(homeless) })] : []),
    chapter('tata-kelola', null, [], { badan: all('body'), kursi: all('seat'), rapat: all('meeting'), naskah: all('paper') }),
  ];
}

/** The pillar of a thing that is decided, for who may decide of one pillar alone; undefined where there is no such thing. */
export function pillarOf(chapters: Chapter[], subject: string, key: string): { pillarCode: string | null } | undefined {
  const found = subject === chapterSubject ? chapters.find(({ code }) => code === key) : subject === initiativeSubject ? chapters.find(({ initiatives }) => initiatives.some((one) => one.key === key)) : undefined;
  return found && { pillarCode: found.pillar ? String(found.pillar.data.code) : null };
}

/** The vision and missions of the region's own plan, and which of them a node stands under. */
export interface Promises {
  plan: string;
  vision: string | null;
  missions: { code: string; letter: string | null; text: string }[];
  /** The mission that a node of the plan stands under; null of a node above them, or of another plan. */
  missionOf(planCode: unknown, nodeCode: unknown): string | null;
}

type InForce = Pick<Opened, 'plans'>;
/** Whether a row of a plan belongs to the version in force: a plan that was amended has its nodes and links in both. */
const isInForce = ({ plans }: InForce, data: Data): boolean => plans.get(String(data.plan_code)) === Number(data.plan_version);

/** A node of a plan in force, and what it stands under, the nearest first. */
function walkUp(all: Tables, inForce: InForce, planCode: unknown, nodeCode: unknown): Data[] {
  const nodes = new Map(rowsOf(all, 'plan.node').filter(({ data }) => data.plan_code === planCode && isInForce(inForce, data)).map(({ data }) => [data.code, data]));
  const found: Data[] = [];
  for (let at = nodes.get(nodeCode as string); at && !found.includes(at); at = nodes.get(at.parent_code as string)) found.push(at);
  return found;
}

export function promisesOf(all: Tables, inForce: InForce, lang: Lang): Promises | null {
  const front = rowsOf(all, 'places.region')[0]?.data.front_plan;
  const plan = rowsOf(all, 'plan.plan').find(({ data }) => data.code === front && inForce.plans.get(String(front)) === Number(data.version))?.data;
  if (!plan) return null;
  const nodes = rowsOf(all, 'plan.node').filter(({ data }) => data.plan_code === plan.code && data.plan_version === plan.version).sort((a, b) => Number(a.data.position) - Number(b.data.position)).map(({ data }) => data);
  const text = (data: Data | undefined): string => (data?.text as Record<Lang, string> | undefined)?.[lang] ?? '';
  const missions = nodes.filter(({ level }) => level === 'mission');
  const missionOf = (planCode: unknown, nodeCode: unknown): string | null => {
    const way = planCode === plan.code ? walkUp(all, inForce, planCode, nodeCode) : walkUp(all, inForce, planCode, nodeCode).flatMap(({ serves_code }) => walkUp(all, inForce, plan.code, serves_code)); // an agency's node serves one of the region's plan
    const found = way.find(({ level, code }) => level === 'mission' && missions.some((mission) => mission.code === code));
    return found ? String(found.code) : null;
  };
  return { plan: (plan.short_name as Record<Lang, string>)[lang], vision: text(nodes.find(({ level }) => level === 'vision')) || null, missions: missions.map((data) => ({ code: String(data.code), letter: data.letter as string | null, text: text(data) })), missionOf };
}

/** What an initiative serves, by the links of the plans in force: the node, and whether a document says so. */
export function servesOf(all: Tables, inForce: InForce, code: unknown, lang: Lang): { text: string; plan: string; planCode: unknown; nodeCode: unknown; basis: string }[] {
  return rowsOf(all, 'plan.link').filter(({ data }) => data.kind === 'initiative' && data.code === code && isInForce(inForce, data)).map(({ data }) => {
    const node = rowsOf(all, 'plan.node').find((one) => one.data.plan_code === data.plan_code && one.data.plan_version === data.plan_version && one.data.code === data.node_code)?.data;
    const plan = rowsOf(all, 'plan.plan').find((one) => one.data.code === data.plan_code && one.data.version === data.plan_version)?.data;
    return { text: (node?.text as Record<Lang, string> | undefined)?.[lang] ?? String(data.node_code), plan: (plan?.short_name as Record<Lang, string> | undefined)?.[lang] ?? String(data.plan_code), planCode: data.plan_code, nodeCode: data.node_code, basis: String(data.basis) };
  });
}

export const pillarName = (all: Tables, code: unknown, lang: Lang): string => named(all, 'pillar', code, lang);
export const rowName = (row: Row, lang: Lang): string => nameOf(row.data, lang);
