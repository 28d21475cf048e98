import { messagesOf } from '#kernel/i18n.ts';
import english from './plan.messages.en.json' with { type: 'json' };
import indonesian from './plan.messages.id.json' with { type: 'json' };

export const planWords = messagesOf(indonesian, english);
export type PlanKey = keyof typeof indonesian;
export type SayPlan = ReturnType<typeof planWords>;

/** A word that not every refusal or operation has; null where there is none. */
export const planWordFor = (say: SayPlan, key: string, params: Record<string, string>): string | null => (Object.hasOwn(indonesian, key) ? say(key as PlanKey, params) : null);
