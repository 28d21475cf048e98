import { expect, test } from 'vitest';
import { joinTexts } from './join-texts.ts';

test('pairs of languages become one text; a lone "Id" stays what it is', () => {
  const row = { code: 'a', nameId: 'nama', nameEn: 'name', noteId: null, noteEn: null, entryId: 'e1', shortId: 'pendek', shortEn: null as string | null };
  expect(joinTexts(row)).toEqual({ code: 'a', name: { id: 'nama', en: 'name' }, note: null, entryId: 'e1', short: { id: 'pendek', en: 'pendek' } });
  expect(joinTexts({ name: { id: 'a', en: 'b' } })).toEqual({ name: { id: 'a', en: 'b' } });
});
