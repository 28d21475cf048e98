import { type CountedValue, valueKey, type View } from './data.ts';

/**
 * What each view shows of a history (oldest revision first): the newest row of a key, in `published` the newest published one; a withdrawal
 * hides what it withdrew. Beside a verified value stands what the agency had stated itself. Where both views show the same, both are one list.
 */
export function viewsOf<V extends CountedValue>(history: V[]): Record<View, V[]> {
  const current: V[] = [];
  const published: V[] = [];
  let same = true;
  for (const rows of Map.groupBy(history, valueKey).values()) {
    const now = shown(rows);
    const out = rows.every((row) => isPublic(row)) ? now : shown(rows.filter(isPublic));
    if (now) current.push(now);
    if (out) published.push(out);
    same &&= now === out;
  }
  return { current, published: same ? current : published };
}

const isPublic = (row: CountedValue): boolean => row.withdrawn || row.status === 'published';

function shown<V extends CountedValue>(rows: V[]): V | null {
  const newest = rows.at(-1);
  if (!newest || newest.withdrawn) return null;
  const stated = newest.assurance === 'verified' ? rows.findLast((row) => row.assurance === 'stated' && !row.withdrawn) : undefined;
  return stated ? { ...newest, stated: stated.value } : newest;
}
