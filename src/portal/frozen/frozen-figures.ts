import type { FrozenIndicator, FrozenNode } from '#scores/ui.ts';
import { type ClassLevel, formatNumber, markWord, marksOf, numberWord, type TagKind } from '#ui/index.ts';
import { indicatorPage, whyFrozenScore, whyFrozenValue } from '../addresses.ts';
import type { MarkView } from '../marks.ts';
import type { Frozen, Indicator, Target } from '../region-model.ts';
import { type Fig, figure, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { inLang, oneDecimal, shortest, shownAs, tagsOf, type Telling, when } from '../telling.ts';
import { frozenWords } from './frozen-words.ts';

export const dayOf = (tell: Telling, frozen: Pick<Frozen, 'frozenOn'>): Part => when(tell, frozen.frozenOn);

/** Names of today for codes of that day; a code that is gone stands for itself. */
export function nodeName(tell: Telling, { tree, treeCode, nodeCode }: Pick<FrozenNode, 'tree' | 'treeCode' | 'nodeCode'>): string {
  if (tree === 'plan') {
    const node = tell.model.plans.get(treeCode)?.nodes.find((one) => one.code === nodeCode);
    return node ? inLang(tell, node.text) : nodeCode;
  }
  if (nodeCode === 'all') return frozenWords(tell.lang)('all.pillars');
  const pillars = tell.model.masterplan?.pillars ?? [];
  const found = pillars.find((one) => one.code === nodeCode) ?? pillars.flatMap((one) => one.subDimensions).find((one) => one.code === nodeCode);
  return found ? inLang(tell, found.name) : nodeCode;
}
/** True for what stands below a promise or a pillar, and for what is gone. */
export const isBelow = (tell: Telling, { tree, treeCode, nodeCode }: Pick<FrozenNode, 'tree' | 'treeCode' | 'nodeCode'>): boolean =>
  tree === 'plan' ? (tell.model.plans.get(treeCode)?.nodes.find((one) => one.code === nodeCode)?.depth ?? 9) > 1 : nodeCode !== 'all' && !(tell.model.masterplan?.pillars ?? []).some((one) => one.code === nodeCode);

export const indicatorName = (tell: Telling, code: string): string => {
  const found = tell.model.indicators.get(code);
  return found ? inLang(tell, found.short) : code;
};
/** The indicator's page of today, where it still has one. */
export const indicatorLink = (tell: Telling, code: string): Part => (tell.model.indicators.has(code) ? link(indicatorPage(tell.base, code), indicatorName(tell, code), true) : verbatim(code));

/** The name of a tree: its plan, or the pillars. */
export function treeName(tell: Telling, { tree, treeCode }: Pick<FrozenNode, 'tree' | 'treeCode'>): string {
  const say = frozenWords(tell.lang);
  if (tree === 'pillar') return say('scores.pillar');
  const plan = tell.model.plans.get(treeCode);
  return say('scores', { plan: plan ? inLang(tell, plan.shortName) : treeCode });
}

/** Where a node stands today: plans as the model has them, the front one first, then the pillars; what is gone stands last. */
export function nodeOrder(tell: Telling): (node: Pick<FrozenNode, 'tree' | 'treeCode' | 'nodeCode'>) => number {
  const front = tell.model.region.frontPlan;
  const plans = [...tell.model.plans.values()].sort((a, b) => Number(b.code === front) - Number(a.code === front));
  const keys = [
    ...plans.flatMap((plan) => [...plan.nodes.map((node) => `plan|${plan.code}|${node.code}`), `plan|${plan.code}|`]), 'plan||',
    ...(tell.model.masterplan ? [`all`, ...tell.model.masterplan.pillars.flatMap((pillar) => [pillar.code, ...pillar.subDimensions.map((sub) => sub.code)])].map((code) => `pillar|${tell.model.masterplan?.code}|${code}`) : []),
  ];
  const at = new Map(keys.map((key, n) => [key, n]));
  return ({ tree, treeCode, nodeCode }) => at.get(`${tree}|${treeCode}|${nodeCode}`) ?? at.get(`${tree}|${treeCode}|`) ?? at.get(`${tree}||`) ?? keys.length;
}
export function indicatorOrder(tell: Telling): (code: string) => number {
  const at = new Map([...tell.model.indicators.keys()].map((code, n) => [code, n]));
  return (code) => at.get(code) ?? at.size;
}

export const frozenScore = (tell: Telling, node: FrozenNode, anchor = ''): Fig =>
  ({ href: whyFrozenScore(tell.base, node.frozenCode, node.tree, node.treeCode, node.nodeCode) + anchor, value: String(node.value ?? 0), shown: oneDecimal(tell, node.value ?? 0), marks: [] });

export function frozenValue(tell: Telling, one: FrozenIndicator): Fig {
  const indicator = tell.model.indicators.get(one.indicatorCode);
  const value = one.value ?? 0;
  const shown = indicator ? shownAs(tell, value, indicator) : formatNumber(shortest(value, 6), { lang: tell.lang });
  return { href: whyFrozenValue(tell.base, one.frozenCode, one.indicatorCode), value: String(value), shown, marks: marksOf(one) };
}
export const frozenTags = (one: FrozenIndicator): TagKind[] => tagsOf(one, marksOf(one));

export const classMark = (tell: Telling, level: number | null): MarkView => ({ state: 'scored', level, simulated: tell.model.region.fictional, word: markWord(tell.lang, 'scored', level as ClassLevel | null) });

/** A small number in words, a larger one as a figure of the page that explains it. */
export const countFigure = (tell: Telling, n: number, href: string): Part =>
  n <= 12 ? text(numberWord(n, tell.lang)) : figure({ href, value: String(n), shown: formatNumber(n, { lang: tell.lang }), marks: [] });

/** A target as it was frozen, `<=18` or `10..20`, told as targets are told today. */
export function frozenTarget(tell: Telling, one: FrozenIndicator): Part[] | null {
  const found = /^(<=|>=|<|>)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?$/.exec(one.target ?? '');
  if (!found) return one.target === null ? null : [verbatim(one.target)];
  const [, comparison = '=', value = '', valueTo] = found;
  const told = (amount: string): Part => figure(targetOf(tell, one, amount));
  return valueTo === undefined ? sentence(tell.say, `compare.${comparison as Target['comparison']}`, { target: told(value) }) : sentence(tell.say, 'compare.range', { from: told(value), to: told(valueTo) });
}

const targetOf = (tell: Telling, one: FrozenIndicator, amount: string): Fig => {
  const indicator: Indicator | undefined = tell.model.indicators.get(one.indicatorCode);
  const decimals = amount.split('.')[1]?.length ?? 0;
  const shown = indicator ? shownAs(tell, Number(amount), { ...indicator, decimals }) : formatNumber(amount, { lang: tell.lang });
  return { href: `${whyFrozenValue(tell.base, one.frozenCode, one.indicatorCode)}#capaian`, value: amount, shown, marks: [] };
};
