import type { Text } from '#kernel/i18n.ts';

/** A row whose pairs `nameId`, `nameEn` became one `name`; a pair of nulls became null. */
export type Joined<R> = {
  [K in keyof R as Key<K, R>]: K extends `${infer B}Id`
    ? `${B}En` extends keyof R
      ? null extends R[K] ? Text | null : Text
      : R[K]
    : R[K];
};
type Key<K, R> = K extends `${infer B}Id`
  ? `${B}En` extends keyof R ? B : K
  : K extends `${infer B}En`
    ? `${B}Id` extends keyof R ? never : K
    : K;

/** Joins every pair of language columns; English falls back to the original. Other columns stay as they are. */
export function joinTexts<R extends object>(row: R): Joined<R> {
  const from = row as Record<string, unknown>;
  const to: Record<string, unknown> = {};
  for (const key of Object.keys(from)) {
    const base = key.slice(0, -2);
    if (key.endsWith('Id') && `${base}En` in from) to[base] = from[key] === null ? null : { id: from[key], en: from[`${base}En`] ?? from[key] };
    else if (!(key.endsWith('En') && `${base}Id` in from)) to[key] = from[key];
  }
  return to as Joined<R>;
}
