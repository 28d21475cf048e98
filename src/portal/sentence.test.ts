import { expect, test } from 'vitest';
import { messagesOf } from '#kernel/i18n.ts';
import { figure, joined, plain, runs, sentence, text, time, verbatim } from './sentence.ts';

const say = messagesOf({ a: '{name} {figure} ({year}), <b>turun {amount}</b> sejak {n, plural, one {sekali} other {# kali}}.' }, { a: '{name} {figure}' })('id');

test('pieces stay pieces inside the sentence, and strong words keep theirs', () => {
  const fig = { href: '/mengapa/x', value: '9.45', shown: '9,45%', marks: [] };
  const parts = sentence(say, 'a', { name: verbatim('Penduduk miskin'), figure: figure(fig), year: time('2025', '2025'), amount: [figure(fig), text('!')], n: 2 });
  expect(plain(parts)).toBe('Penduduk miskin 9,45% (2025), turun 9,45%! sejak 2 kali.');
  expect(parts.filter((part) => part.strong).map((part) => part.kind)).toEqual(['text', 'figure', 'text']);
  expect(parts[0]).toMatchObject({ kind: 'text', verbatim: true });
});

test('a list has a joint, and another before the last', () => {
  expect(plain(joined([[text('a')], [text('b')], [text('c')]], ', ', ' dan '))).toBe('a, b dan c');
});

test('neighbouring plain words run together; what is strong, from the pack or a figure stays apart', () => {
  const parts = runs([text('a'), text(' b'), verbatim('7'), text('c'), { ...text('d'), strong: true }, time('2025', '2025'), text('e'), text('f')]);
  expect(parts.map((part) => ('text' in part ? part.text : part.kind))).toEqual(['a b', '7', 'c', 'd', 'time', 'ef']);
});
