import { numberWord } from '#ui/index.ts';
import { nodePage, planPage } from '../addresses.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import type { Plan } from '../region-model.ts';
import { type Part, sentence, text, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { isOver, planAfter } from './home-lead.ts';
import { homeWords } from './home-words.ts';

export interface NextView {
  heading: Part[];
  body: Part[];
  /** What that plan promises, one line each. */
  promises: { text: string; href: string; mark: MarkView }[];
  href: string;
}

/** The plan that follows, or is in force by now; `level` is that of the promises above. */
export function nextOf(tell: Telling, plan: Plan, level: string | null): NextView | null {
  const next = planAfter(tell.model, plan);
  if (!next) return null;
  const say = homeWords(tell.lang);
  const named = next.levels.find((one) => one.code === level) ?? next.levels[1];
  const promises = next.nodes.filter((node) => node.level === named?.code);
  const body = sentence(tell.say, 'home.next.text', {
    from: when(tell, next.periodFrom), plan: verbatim(inLang(tell, next.shortName)), n: numberWord(promises.length, tell.lang), level: named ? inLang(tell, promises.length === 1 ? named.name : named.plural).toLowerCase() : '',
    word: next.visionWord ? sentence(tell.say, 'home.next.word', { word: verbatim(next.visionWord) }) : [text('')],
  });
  const heading = isOver(tell.model, plan) ? sentence(say, 'next', { plan: verbatim(inLang(tell, next.shortName)) }) : sentence(say, 'next.later', { year: when(tell, plan.periodTo) });
  return { heading, body, promises: promises.map((node) => ({ text: inLang(tell, node.text), href: nodePage(tell.base, next.code, node.code), mark: nodeMark(tell, 'plan', next.code, node.code) })), href: planPage(tell.base) };
}
