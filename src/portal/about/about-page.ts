import { flagRules } from '#scores/ui.ts';
import { formatList, formatNumber, type ClassLevel, markWord } from '#ui/index.ts';
import { helpPage } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import type { Plan, Source } from '../region-model.ts';
import { inLang, type Telling } from '../telling.ts';
import { type AboutKey, aboutWords, type SayAbout } from './about-words.ts';

/** A rule as it is told: what holds, its formula where it has one, and what it rests on. */
export interface RuleView {
  /** Anchor of the rule on the page. */
  id: string;
  title: string;
  text: string;
  formula: string | null;
  law: string;
}

export interface AboutPage {
  title: string;
  contents: { id: string; text: string }[];
  region: { name: string; about: string; notice: string; compiledBy: string; compiledOn: string; asOf: string; madeAt: Date };
  sources: Source[];
  method: { title: string; rules: RuleView[] }[];
  classes: { note: string; rows: { level: ClassLevel; word: string; from: string }[]; law: string };
  attention: { id: string; title: string; text: string }[];
  /** The rules that ask for a second look at a measure, each with what it rests on. */
  flags: { id: string; title: string; text: string; law: string }[];
  helpHref: string;
}

/** What holds where no plan says otherwise; the same as in `scores`. */
const usual: Plan['scoring'] = { floor: 0, cap: 100, bands: [90, 75, 65, 50] };

const sections = ['site', 'method', 'classes', 'attention', 'flags', 'licence', 'privacy', 'access'] as const;
export const sectionId = { site: 'situs', method: 'cara', classes: 'kelas', attention: 'perhatian', flags: 'periksa', licence: 'lisensi', privacy: 'privasi', access: 'aksesibilitas' } as const;

const method = {
  achievement: ['higher', 'lower_ratio', 'lower_reflected', 'zero_target', 'range', 'milestone', 'yes_no', 'no_direction', 'bounds'],
  score: ['rollup', 'component', 'coverage', 'range_of_score', 'applicable'],
  time: ['period', 'standing', 'break', 'spread', 'frozen'],
  source: ['sources', 'stated'],
} as const;
type Rule = (typeof method)[keyof typeof method][number];
const withFormula = new Set<string>(['higher', 'lower_ratio', 'lower_reflected', 'milestone', 'rollup', 'spread']);
const withLaw = new Set<string>(['higher', 'lower_ratio', 'lower_reflected', 'range', 'bounds', 'period', 'sources']);
/** The rules by which a measure stands under "needs attention"; pages link to `#aturan-…`. */
export const attentionRules = ['low_class', 'worsened', 'silent', 'disputed'] as const;

/** What the site is, how it reckons, and what it promises its readers. */
export function aboutPage(tell: Telling): AboutPage {
  const say = aboutWords(tell.lang);
  const { region, snapshot, sources } = tell.model;
  const plan = frontPlan(tell.model);
  const { bands } = plan?.scoring ?? usual;
  return {
    title: say('title'),
    contents: sections.map((key) => ({ id: sectionId[key], text: say(key) })),
    region: {
      name: inLang(tell, region.name), about: inLang(tell, region.about), notice: inLang(tell, region.notice), compiledBy: inLang(tell, region.compiledBy),
      compiledOn: region.compiledOn, asOf: snapshot.asOf, madeAt: snapshot.madeAt,
    },
    sources: [...sources.values()].sort((a, b) => a.publisher.localeCompare(b.publisher, 'id') || (a.published ?? '').localeCompare(b.published ?? '')),
    method: (Object.keys(method) as (keyof typeof method)[]).map((group) => ({ title: say(`method.${group}`), rules: method[group].map((rule) => ruleOf(tell, say, rule, plan)) })),
    classes: { note: plan ? say('classes.note', { plan: inLang(tell, plan.shortName) }) : say('classes.note.none'), rows: classesOf(tell, say, bands), law: say('classes.law') },
    attention: attentionRules.map((rule) => ({ id: `aturan-${rule}`, title: say(`attention.${rule}.title`, { low: shown(tell, bands[3]) }), text: say(`attention.${rule}.text`) })),
    flags: Object.entries(flagRules).map(([rule, { name, says, source }]) => ({ id: `aturan-${rule}`, title: name[tell.lang], text: says[tell.lang], law: source[tell.lang] })),
    helpHref: helpPage(tell.base),
  };
}

const shown = (tell: Telling, bound: number): string => formatNumber(bound, { lang: tell.lang });

const ruleOf = (tell: Telling, say: SayAbout, rule: Rule, plan: Plan | null): RuleView => ({
  id: `cara-${rule}`, title: say(`rule.${rule}.title`), text: textOf(tell, say, rule, plan),
  formula: withFormula.has(rule) ? say(`rule.${rule}.formula` as AboutKey) : null,
  law: withLaw.has(rule) ? say(`rule.${rule}.law` as AboutKey) : say('law.ours'),
});

/** A rule's text; what a plan sets for itself is told as it stands in that plan. */
function textOf(tell: Telling, say: SayAbout, rule: Rule, plan: Plan | null): string {
  const { floor, cap } = plan?.scoring ?? usual;
  if (rule === 'bounds') {
    const bounds = { floor: shown(tell, floor), cap: shown(tell, cap) };
    return plan ? say('rule.bounds.text', { ...bounds, plan: inLang(tell, plan.shortName) }) : say('rule.bounds.text.none', bounds);
  }
  const text = say(`rule.${rule}.text`);
  if (rule !== 'component' || !plan) return text;
  const levels = plan.levels.filter((level) => level.component).map((level) => inLang(tell, level.name));
  const own = levels.length > 0 ? say('rule.component.some', { plan: inLang(tell, plan.shortName), levels: formatList(levels, tell.lang) }) : say('rule.component.none', { plan: inLang(tell, plan.shortName) });
  return `${text} ${own}`;
}

function classesOf(tell: Telling, say: SayAbout, bands: Plan['scoring']['bands']): AboutPage['classes']['rows'] {
  return ([5, 4, 3, 2, 1] as const).map((level, n) => {
    const above = bands[n];
    const to = bands[n - 1];
    const from = above === undefined ? say('classes.low', { to: shown(tell, to ?? 0) })
      : to === undefined ? say('classes.top', { above: shown(tell, above) }) : say('classes.mid', { above: shown(tell, above), to: shown(tell, to) });
    return { level, word: markWord(tell.lang, 'scored', level), from };
  });
}
