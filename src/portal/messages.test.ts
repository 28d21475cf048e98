import { expect, test } from 'vitest';
import english from './messages.en.json' with { type: 'json' };
import indonesian from './messages.id.json' with { type: 'json' };

const places = (message: string): string[] => [...new Set([...message.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].filter((name) => name !== 'c').sort();

test('both languages have the same messages with the same places, and there are some', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(indonesian).sort());
  expect(Object.keys(english).length).toBeGreaterThan(50);
});
