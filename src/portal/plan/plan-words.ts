import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './plan.messages.en.json' with { type: 'json' };
import indonesian from './plan.messages.id.json' with { type: 'json' };

export const planWords = messagesOf(indonesian, english);
export type PlanKey = keyof typeof indonesian;
export type SayPlan = (key: PlanKey, params?: Params) => string;

const safe = (code: string): string => code.replace(/[^\w-]/g, '_');

/** The element that holds a plan, or a part of it, on the page of plans. */
export const idOf = (plan: string, node?: string): string => `plan-${safe(plan)}${node === undefined ? '' : `-${safe(node)}`}`;
