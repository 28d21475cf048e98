import { figure, type Part, sentence } from './sentence.ts';
import type { Telling } from './telling.ts';

/** Says that what stands here is still the old, and how far its computing is; null where nothing of it waits. What is told of a `node` are its indicators. */
export function waitingNote(tell: Telling, indicators: Iterable<string>, node = false): Part[] | null {
  const { codes, computed } = tell.model.waiting;
  if (![...indicators].some((code) => codes.has(code))) return null;
  const progress = figure({ href: '/healthz', value: String(computed / codes.size), shown: tell.say('stale.progress', { done: computed, all: codes.size }), marks: [] });
  return sentence(tell.say, node ? 'stale.node' : 'stale.indicator', { progress });
}
