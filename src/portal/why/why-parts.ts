import { formatNumber, markWord } from '#ui/index.ts';
import { indicatorPage, whyCell, whyNode, whyPillar } from '../addresses.ts';
import { cellAt } from '../lookups.ts';
import type { MarkView } from '../marks.ts';
import { type Achievement, type Cell, nodeKey, type NodeScore, type Plan, type RegionModel, type ScorePart, slotOf, type Target } from '../region-model.ts';
import { capital, type Fig, figure, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { cellFigure, inLang, oneDecimal, shortest, type Telling, when } from '../telling.ts';
import type { NodeSubject } from './why-node.ts';
import type { Block, Knot, TableRow } from './why-views.ts';

type Own = (value: number, anchor: string) => Fig;

/** A score of a plan takes its own targets, and those that no plan set; another plan's count nowhere in it. */
function ofPlan<T extends { planCode: string; period: string }>(rows: T[] | undefined, plan: Plan, period: string): T | null {
  const fitting = (rows ?? []).filter((one) => one.period === period && (one.planCode === '' || one.planCode === plan.code));
  return fitting.find((one) => one.planCode === plan.code) ?? fitting[0] ?? null;
}
export const achievementIn = (model: RegionModel, plan: Plan, code: string, period: string): Achievement | null => ofPlan(model.achievements.get(slotOf(code, model.region.code)), plan, period);
const targetIn = (model: RegionModel, plan: Plan, code: string, period: string): Target | null => ofPlan(model.targets.get(slotOf(code, model.region.code)), plan, period);

/** The cell that stands for a period: its own, or that of the year's last quarter. */
export function heldCell(model: RegionModel, plan: Plan, code: string, period: string): Cell | null {
  const held = achievementIn(model, plan, code, period)?.valuePeriod;
  return cellAt(model, code, period) ?? (held ? cellAt(model, code, held) : null);
}

export const shownWeight = (tell: Telling, weight: number): string => formatNumber(shortest(weight, 2), { lang: tell.lang });
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function classAt(subject: NodeSubject, value: number | null): number | null {
  if (value === null) return null;
  const bands: readonly number[] = subject.tree === 'plan' ? subject.plan.scoring.bands : [90, 75, 65, 50];
  const at = bands.findIndex((bound) => value > bound);
  return at === -1 ? 1 : 5 - at;
}

/** The parts of a score with weight, what is known inside, achievement, and what each gives to the score. */
export function partsKnot(tell: Telling, subject: NodeSubject, score: NodeScore, own: Own, direct: boolean): Knot {
  const counted = score.parts.filter((part) => part.applicable);
  const known = counted.filter((part) => part.value !== null).reduce((sum, part) => sum + part.weight, 0);
  const inside = !direct && Math.abs(score.knownWeight - known) > 1e-9;
  const rows = counted.map((part, n): TableRow => {
    const row = headOf(tell, subject, part, score.period);
    const mark: MarkView = { state: 'scored', level: classAt(subject, part.value), simulated: tell.model.region.fictional, word: markWord(tell.lang, 'scored', classAt(subject, part.value)) };
    const value = part.value === null ? null : [figure({ href: row.href, value: String(part.value), shown: oneDecimal(tell, part.value), marks: [] }), text(` ${mark.word}`)];
    const share = part.value === null || known === 0 ? null : (part.weight * part.value) / known;
    return {
      head: [text(`${letters[n] ?? part.code}. `), ...row.head], sub: row.sub, ...(direct ? { measure: part.value === null ? 'unknown' as const : 'known' as const } : {}),
      cells: [
        { parts: [figure({ ...own(part.weight, 'bagian'), shown: shownWeight(tell, part.weight) })] }, ...(inside ? [{ parts: insideOf(tell, subject, part, score.period, own) }] : []), { parts: value, mark: part.value === null ? null : mark },
        { parts: share === null ? [text(tell.say('why.parts.out'))] : [figure(own(share, 'nilai'))] },
      ],
    };
  });
  const labels = ['why.col.part', 'why.col.weight', ...(inside ? ['why.col.inside' as const] : []), 'why.col.achievement', 'why.col.share'] as const;
  const columns = labels.map((key) => ({ label: tell.say(key), right: key === 'why.col.weight' || key === 'why.col.share' }));
  const foot: TableRow = { head: capital(sentence(tell.say, 'why.term.score')), sub: [], cells: [{ parts: [] }, ...(inside ? [{ parts: [] }] : []), { parts: [] }, { parts: [figure(own(score.value ?? 0, 'nilai'))] }] };
  const weight = (value: number): Part => figure({ ...own(value, 'bagian'), shown: shownWeight(tell, value) });
  const note: Block[] = inside ? [{ kind: 'note', parts: sentence(tell.say, 'why.parts.inside', { known: weight(score.knownWeight), declared: weight(score.declaredWeight), weight: weight(known) }) }] : [];
  return {
    id: 'bagian', heading: sentence(tell.say, 'why.parts'), lead: sentence(tell.say, score.parts.every((part) => part.weight === 1) ? 'why.parts.equal' : 'why.parts.weighed'),
    blocks: [{ kind: 'table', caption: tell.say('why.parts'), columns, rows, foot }, ...note],
  };
}

/** How much of a part's own weight is known: all or nothing for a measure, what its score says for a node. */
function insideOf(tell: Telling, subject: NodeSubject, part: ScorePart, period: string, own: Own): Part[] {
  const below = part.kind === 'node' ? tell.model.nodeScores.get(nodeKey(subject.tree, subject.treeCode, part.code))?.find((one) => one.period === period) : null;
  const [known, declared] = below ? [below.knownWeight, below.declaredWeight] : [part.kind === 'node' || part.value === null ? 0 : part.weight, part.weight];
  const weight = (value: number): Part => figure({ ...own(value, 'bagian'), shown: shownWeight(tell, value) });
  return sentence(tell.say, 'why.coverage.weights', { known: weight(known), declared: weight(declared) });
}

interface RowHead {
  head: Part[];
  sub: Part[];
  href: string;
}

function headOf(tell: Telling, subject: NodeSubject, part: ScorePart, period: string): RowHead {
  if (part.kind === 'indicator') return measureRow(tell, subject, part.code, period);
  const pillar = tell.model.masterplan?.pillars.find((one) => one.code === part.code);
  const words = partName(tell, subject, part.code);
  if (subject.tree === 'pillar' && !pillar) return { head: [verbatim(words)], sub: [], href: `${whyPillar(tell.base, subject.slug ?? '', period)}#ukuran` };
  const href = subject.tree === 'plan' ? whyNode(tell.base, subject.treeCode, part.code, period) : whyPillar(tell.base, pillar?.slug ?? part.code, period);
  return { head: [link(href, words, true)], sub: [], href };
}

function partName(tell: Telling, subject: NodeSubject, code: string): string {
  const pillars = tell.model.masterplan?.pillars ?? [];
  const named = subject.tree === 'plan' ? subject.plan.nodes.find((node) => node.code === code)?.text : (pillars.find((one) => one.code === code) ?? pillars.flatMap((one) => one.subDimensions).find((one) => one.code === code))?.name;
  return named ? inLang(tell, named) : code;
}

function measureRow(tell: Telling, { plan }: NodeSubject, code: string, period: string): RowHead {
  const indicator = tell.model.indicators.get(code);
  const cell = heldCell(tell.model, plan, code, period);
  const target = targetIn(tell.model, plan, code, period);
  const href = `${whyCell(tell.base, code, tell.model.region.code, period)}#capaian`;
  const head = [link(indicatorPage(tell.base, code), indicator ? inLang(tell, indicator.short) : code, true)];
  if (!indicator || !cell || cell.value === null) return { head, sub: sentence(tell.say, 'why.row.empty', { period: when(tell, period) }), href };
  const value = figure(cellFigure(tell, indicator, cell));
  const sub = target ? sentence(tell.say, 'why.row.target', { value, target: targetWords(tell, indicator, target) }) : sentence(tell.say, 'why.row.aimless', { value });
  return { head, sub, href };
}

/** Every measure that counts below a node of nodes, by part, each once, so that coverage can be counted. */
export function measuresKnot(tell: Telling, subject: NodeSubject, score: NodeScore): Knot {
  const seen = new Set<string>();
  const groups = score.parts.flatMap((part) => {
    const codes = part.kind === 'node' ? countedBelow(tell.model, subject, part.code) : [part.code];
    const fresh = [...new Set(codes)].filter((code) => !seen.has(code) && isApplicable(tell.model, code, score.period));
    for (const code of fresh) seen.add(code);
    return fresh.length > 0 ? [{ part, codes: fresh }] : [];
  });
  const own = groups.filter(({ part }) => part.kind === 'indicator').flatMap(({ codes }) => codes);
  const named = groups.filter(({ part }) => part.kind === 'node');
  const columns = [{ label: tell.say('why.col.part'), right: false }, { label: tell.say('why.col.achievement'), right: true }];
  const table = (codes: string[], heading: string | null): Block => ({
    kind: 'table', caption: heading ?? tell.say('why.measures'), heading: heading === null ? [] : [verbatim(heading)], columns, rows: codes.map((code) => countedRow(tell, subject, code, score.period)), foot: null, folded: codes.length > 8,
  });
  return {
    id: 'ukuran', heading: sentence(tell.say, 'why.measures'), lead: sentence(tell.say, 'why.measures.lead', { period: when(tell, score.period) }),
    blocks: [...(own.length > 0 ? [table(own, null)] : []), ...named.map(({ part, codes }) => table(codes, partName(tell, subject, part.code)))],
  };
}

function countedRow(tell: Telling, subject: NodeSubject, code: string, period: string): TableRow {
  const row = measureRow(tell, subject, code, period);
  const known = achievementIn(tell.model, subject.plan, code, period);
  const shown = known?.capped == null ? null : [figure({ href: row.href, value: String(known.capped), shown: oneDecimal(tell, known.capped), marks: [] })];
  return { head: row.head, sub: row.sub, measure: shown ? 'known' : 'unknown', cells: [{ parts: shown }] };
}

/** The measures of a part: its own, and those of the nodes below that were declared components. */
function countedBelow(model: RegionModel, { tree, plan }: NodeSubject, code: string): string[] {
  if (tree === 'pillar') return model.pillarLinks.filter((one) => one.subDimensionCode === code || (one.pillarCode === code && one.subDimensionCode === '')).map((one) => one.indicatorCode);
  const components = new Set(plan.levels.flatMap((level) => (level.component ? [level.code] : [])));
  const links = model.planLinks.filter((one) => one.planCode === plan.code && one.kind === 'indicator');
  const below = (node: string): string[] => [
    ...links.filter((one) => one.nodeCode === node).map((one) => one.code), ...plan.nodes.filter((one) => one.parentCode === node && components.has(one.level)).flatMap((one) => below(one.code)),
  ];
  return below(code);
}

const isApplicable = (model: RegionModel, code: string, period: string): boolean => cellAt(model, code, period)?.applicable ?? true;
