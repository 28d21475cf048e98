import { IntlMessageFormat } from 'intl-messageformat';

export const langs = ['id', 'en'] as const;
export type Lang = (typeof langs)[number];

/** One text in both languages; Bahasa Indonesia is the original, English our translation. */
export interface Text {
  id: string;
  en: string;
}

export type Params = Record<string, string | number | boolean | null | undefined>;

/** Reads a pair of columns as one text. */
export const text = (id: string, en: string): Text => ({ id, en });

/** Reads a pair of nullable columns; null when the first is. */
export const textOrNull = (id: string | null, en: string | null): Text | null =>
  id === null ? null : { id, en: en ?? id };

/** The words of one slice: `words('id')('home.title', { n: 3 })`. ICU messages, each compiled once per language. */
export function messagesOf<M extends Record<string, string>>(id: M, en: Record<keyof M, string>) {
  const compiled = new Map<string, IntlMessageFormat>();
  return (lang: Lang) =>
    (key: keyof M & string, params: Params = {}): string => {
      const source = (lang === 'id' ? id : en)[key];
      if (source === undefined) throw new Error(`no message "${key}" in ${lang}`);
      if (!source.includes('{')) return source;
      const slot = `${lang} ${key}`;
      let message = compiled.get(slot);
      if (!message) {
        message = new IntlMessageFormat(source, lang, undefined, { ignoreTag: true });
        compiled.set(slot, message);
      }
      return String(message.format(params as Record<string, string>));
    };
}
