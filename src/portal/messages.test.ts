import { expect, test } from 'vitest';
import english from './messages.en.json' with { type: 'json' };
import indonesian from './messages.id.json' with { type: 'json' };
import whyEnglish from './why/why.messages.en.json' with { type: 'json' };
import whyIndonesian from './why/why.messages.id.json' with { type: 'json' };

const en: Record<string, string> = { ...english, ...whyEnglish };
const id: Record<string, string> = { ...indonesian, ...whyIndonesian };
/** Places a message fills. A plural turns on `c`, and where English says "its only measure" the number has no place of its own. */
const places = (message: string | undefined): string[] => [...new Set([...(message ?? '').matchAll(/\{(\w+)[},]/g)].map((match) => match[1] ?? ''))].filter((name) => name !== 'c').sort();
const noWords = new Set(['other', 'one', 'has', 'have', 'is', 'are', 'meets', 'meet', 'promise', 'promises', 'measure', 'measures', 'programme', 'programmes']);

test('both languages have the same messages, and there are some', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
  expect(Object.keys(id).length).toBeGreaterThan(150);
});

test('both languages fill the same places', () => {
  const own = (message: string | undefined): string => places(message).filter((name) => !noWords.has(name)).join();
  expect(Object.keys(id).filter((key) => own(id[key]) !== own(en[key]))).toEqual([]);
});
