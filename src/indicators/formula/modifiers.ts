import { type Cursor, expectOp, peek, take, wholeNumber } from './cursor.ts';
import { syntaxError } from './errors.ts';
import { type Aggregation, aggregations, type Modifier } from './tree.ts';

const names = ['periodOffset', 'yearToDate', 'aggregationType', 'minDate', 'maxDate', 'area'] as const;

/** What follows a dot: one modifier with its argument in parentheses. */
export function parseModifier(c: Cursor): Modifier {
  const t = take(c);
  const name = names.find((one) => t.kind === 'word' && one === t.value);
  if (!name) throw syntaxError(t.at, names.map((one) => `\`${one}(…)\``).join(', '), names.map((one) => `\`${one}(…)\``).join(', '));
  expectOp(c, '(');
  const modifier = argument(c, name);
  expectOp(c, ')');
  return modifier;
}

function argument(c: Cursor, name: (typeof names)[number]): Modifier {
  if (name === 'yearToDate') return { name };
  if (name === 'periodOffset') return { name, by: wholeNumber(c) };
  const at = peek(c).at;
  const written = asWritten(c);
  if (name === 'aggregationType') {
    if (!aggregations.includes(written as Aggregation)) throw syntaxError(at, aggregations.join(', '), aggregations.join(', '));
    return { name, type: written as Aggregation };
  }
  if (name === 'area') {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(written)) throw syntaxError(at, '`parent`, `region`, atau kode wilayah', '`parent`, `region` or the code of an area');
    return { name, area: written };
  }
  if (!isDay(written)) throw syntaxError(at, 'tanggal, misalnya 2024-01-31', 'a day such as 2024-01-31');
  return { name, date: written };
}

/** Codes and days are written without quotes, so their text is taken from the source; quotes are allowed. */
function asWritten(c: Cursor): string {
  const first = peek(c);
  if (first.kind === 'text') return take(c).value;
  while (peek(c).kind !== 'end' && peek(c).value !== ')') take(c);
  return c.source.slice(first.at, peek(c).at).trim();
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
