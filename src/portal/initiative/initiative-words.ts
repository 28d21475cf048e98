import { messagesOf, type Params } from '#kernel/i18n.ts';
import type { Initiative } from '../region-model.ts';
import { joined, type Part, sentence } from '../sentence.ts';
import { type Telling, when } from '../telling.ts';
import english from './initiative.messages.en.json' with { type: 'json' };
import indonesian from './initiative.messages.id.json' with { type: 'json' };

export const initiativeWords = messagesOf(indonesian, english);
export type SayInitiative = (key: keyof typeof indonesian, params?: Params) => string;

export const kinds = ['quick_win', 'initiative', 'priority_programme'] as const;
export const states = ['running', 'stopped', 'planned', 'unknown'] as const;
export type InitiativeKind = (typeof kinds)[number];
export type InitiativeState = (typeof states)[number];

export const kindOf = (one: Initiative): InitiativeKind => kinds.find((known) => known === one.kind) ?? 'initiative';
export const stateWordOf = (one: Initiative): InitiativeState => states.find((known) => known === one.state) ?? 'unknown';

/** "berjalan sejak 2025", "berhenti, dimulai 2024": what has stopped is not said to be since then. */
export function stateTold(tell: Telling, one: Initiative): Part[] {
  const say = initiativeWords(tell.lang);
  const state = stateWordOf(one);
  return one.started ? sentence(say, `about.${state}.since`, { period: when(tell, one.started) }) : sentence(say, `about.${state}`);
}

/** "quick win, berjalan sejak 2025" */
export const initiativeTold = (tell: Telling, one: Initiative): Part[] => joined([sentence(initiativeWords(tell.lang), `kind.${kindOf(one)}`), stateTold(tell, one)], tell.say('list.comma'));
