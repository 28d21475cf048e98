import { parseAccept } from 'hono/utils/accept';
import { Fault } from '#kernel/faults.ts';

export type Kind = 'json' | 'csv';
const media = { json: 'application/json', csv: 'text/csv' } as const;

/** What the client would rather have: JSON where both please it alike. Throws `accept.unknown` (406). */
export function kindOf(accept: string | null): Kind {
  if (accept === null || accept.trim() === '') return 'json';
  const wanted = parseAccept(accept);
  const worth = (kind: Kind): number => {
    const [group] = media[kind].split('/');
    const of = (type: string): number | undefined => wanted.find((one) => one.type.toLowerCase() === type)?.q;
    // The most exact word about a type counts: `text/csv;q=0, */*` wants no CSV.
    return of(media[kind]) ?? of(`${group}/*`) ?? of('*/*') ?? 0;
  };
  const best = worth('csv') > worth('json') ? 'csv' : 'json';
  if (worth(best) > 0) return best;
  throw new Fault('accept.unknown', 406, { given: accept.slice(0, 100), expected: 'application/json or text/csv' });
}
