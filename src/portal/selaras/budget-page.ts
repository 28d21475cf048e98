import { sumRupiah } from '#alignment/ui.ts';
import { formatNumber } from '#ui/index.ts';
import { alignmentPage, budgetAddress, indicatorPage, initiativePage, nodePage, pillarPage } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import type { Plan, Source } from '../region-model.ts';
import { count, type Fig, link, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, ofPlan, type Telling, when } from '../telling.ts';
import { rupiahFigure } from '../rupiah-figure.ts';
import { budgetsOf, cellId } from './cell-budget.ts';
import { inSyncWords } from './in-sync-words.ts';
import type { Promised } from './read-promised.ts';

export interface BudgetPage {
  title: string;
  headline: Part[];
  back: string;
  /** A cell of the matrix and the programmes whose money it tells. */
  cells: { id: string; mission: Part; pillar: Part; sum: Fig | null; nodes: Part[]; unfunded: Part[] | null }[];
  /** Links whose money nobody has named, each once, with the cells that have it. */
  unfunded: { lead: Part[]; links: { cells: string[]; thing: Part; node: Part }[] } | null;
  years: Part[];
  /** What each programme has, year by year, as its document says. */
  rows: { id: string; node: Part; amounts: (Fig | null)[]; sum: Fig; reading: boolean; source: Source | null; note: string | null }[];
}

/** Each cell's money taken apart into programmes, and each programme into years: what a document says stands with its source. */
export function budgetPage(tell: Telling, promised: Promised): BudgetPage {
  const say = inSyncWords(tell.lang);
  const plan = frontPlan(tell.model);
  const title = say('budget.title');
  const own = plan ? promised.funding.filter((row) => row.planCode === plan.code) : [];
  if (!plan || own.length === 0) return { title, headline: sentence(say, 'budget.headline.none'), back: ofPlan(tell, alignmentPage(tell.base)), cells: [], unfunded: null, years: [], rows: [] };
  const budgets = budgetsOf(tell, plan, promised);
  const used = new Set(budgets.flatMap(({ budget }) => budget.nodes));
  const years = [...new Set(own.map((row) => row.period))].sort();
  return {
    title, headline: sentence(say, 'budget.headline', { plan: verbatim(inLang(tell, plan.shortName)) }), back: ofPlan(tell, alignmentPage(tell.base)), years: years.map((year) => when(tell, year)),
    cells: budgets.map(({ crossing, budget }) => ({
      id: cellId(crossing), mission: nodeLink(tell, plan, crossing.mission), pillar: pillarLink(tell, crossing.pillar), unfunded: budget.unfunded.length === 0 ? null : sentence(say, 'budget.unfunded.n', { n: count(budget.unfunded.length, formatNumber(budget.unfunded.length, { lang: tell.lang }), `#tanpa-pagu [data-cells~="${cellId(crossing)}"]`) }),
      sum: budget.amount === null ? null : rupiahFigure(tell, budget.amount, `#${cellId(crossing)}`), nodes: budget.nodes.map((code) => link(`#${rowId(code)}`, nameOf(tell, plan, code), true)),
    })),
    unfunded: unfundedOf(tell, plan, budgets),
    rows: plan.nodes.filter((node) => used.has(node.code) || own.some((row) => row.nodeCode === node.code)).map((node) => rowOf(tell, plan, node.code, years, own)),
  };
}

/** What the cells lack, once: a link may stand in the cells of two pillars. */
function unfundedOf(tell: Telling, plan: Plan, budgets: ReturnType<typeof budgetsOf>): BudgetPage['unfunded'] {
  const say = inSyncWords(tell.lang);
  const all = new Map<string, { cells: string[]; thing: Part; node: Part }>();
  for (const { crossing, budget } of budgets) {
    for (const { kind, code, nodeCode } of budget.unfunded) {
      const key = `${kind} ${code} ${nodeCode}`;
      const found = all.get(key) ?? { cells: [], thing: thingLink(tell, kind, code), node: nodeLink(tell, plan, nodeCode) };
      found.cells.push(cellId(crossing));
      all.set(key, found);
    }
  }
  if (all.size === 0) return null;
  return { lead: sentence(say, 'budget.unfunded', { n: count(all.size, formatNumber(all.size, { lang: tell.lang }), '#tanpa-pagu [data-cells]') }), links: [...all.values()] };
}

function thingLink({ model, base, lang }: Telling, kind: string, code: string): Part {
  if (kind === 'indicator') return link(indicatorPage(base, code), model.indicators.get(code)?.name[lang] ?? code, true);
  return link(initiativePage(base, code), model.initiatives.find((one) => one.code === code)?.name[lang] ?? code, true);
}

const rowId = (code: string): string => `p-${code}`;
const nameOf = (tell: Telling, plan: Plan, code: string): string => {
  const node = plan.nodes.find((one) => one.code === code);
  return node ? inLang(tell, node.short ?? node.text) : code;
};
const nodeLink = (tell: Telling, plan: Plan, code: string): Part => link(nodePage(tell.base, plan.code, code), nameOf(tell, plan, code), true);
function pillarLink(tell: Telling, code: string): Part {
  const pillar = tell.model.masterplan?.pillars.find((one) => one.code === code);
  return link(pillarPage(tell.base, pillar?.slug ?? code), pillar ? inLang(tell, pillar.name) : code, true);
}

function rowOf(tell: Telling, plan: Plan, code: string, years: string[], all: Promised['funding']): BudgetPage['rows'][number] {
  const own = all.filter((row) => row.nodeCode === code);
  const here = ofPlan(tell, `${budgetAddress(tell.base)}#${rowId(code)}`);
  const [first] = own;
  return {
    id: rowId(code), node: nodeLink(tell, plan, code), sum: rupiahFigure(tell, sumRupiah(own.map((row) => row.amount)), here), reading: own.some((row) => row.basis === 'reading'),
    amounts: years.map((year) => own.find((row) => row.period === year)).map((row) => (row ? rupiahFigure(tell, plainAmount(row.amount), here) : null)),
    source: tell.model.sources.get(first?.sourceCode ?? '') ?? null, note: (tell.lang === 'id' ? first?.noteId : first?.noteEn) ?? null,
  };
}

const plainAmount = (amount: string): string => sumRupiah([amount]);
