import type { RegionModel } from './region-model.ts';
import type { Telling } from './telling.ts';

/**
 * Computes something once for each model, so once a snapshot, and for each key; it goes when the model goes. For what pages ask again and
 * again and nobody changes: whoever gets it only reads it.
 */
export function perModel<R>(): (model: RegionModel, key: string, compute: () => R) => R {
  const kept = new WeakMap<RegionModel, Map<string, R>>();
  return (model, key, compute) => {
    const own = kept.get(model) ?? new Map<string, R>();
    kept.set(model, own);
    const found = own.get(key);
    if (found !== undefined) return found;
    const made = compute();
    own.set(key, made);
    return made;
  };
}

/** What a text depends on besides the model: language and the prefix of links. */
export const toldIn = ({ lang, base }: Telling): string => `${lang} ${base}`;
