import { expect, it, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const query = 'regions/16.03/cells?indicator=P0';
test('a cursor gives back its key', () => expect(readCursor(writeCursor(query, ['P0', '16.03', '2023']), query, 3)).toEqual(['P0', '16.03', '2023']));
const of = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
it.each([
  ['of another query', writeCursor('regions/16.03/cells', ['a', 'b', 'c']), /this very query/], ['of an older release', of([0, 'x', ['a', 'b', 'c']]), /this release/], ['no base64', '%%%', /as it was/], ['no JSON', Buffer.from('nothing').toString('base64url'), /as it was/],
  ['of fewer parts', writeCursor(query, ['a']), /as it was/], ['of numbers', of([1, 'x', [1, 2, 3]]), /as it was/], ['an object', of({}), /as it was/], ['with a zero byte', of([1, 'x', ['a\0', 'b', 'c']]), /as it was/], ['empty', '', /as it was/],
])('refuses one %s', (_, given, expected) => expect(() => readCursor(given, query, 3)).toThrow(expected));
