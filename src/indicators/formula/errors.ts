import type { Text } from '#kernel/i18n.ts';

/** Why a formula was refused. */
export type FormulaErrorCode =
  | 'syntax' | 'too_long' | 'too_deep' | 'too_many' | 'overflow' | 'underflow' | 'unknown_function' | 'unknown_reference' | 'arguments' | 'type' | 'unit' | 'cycle' | 'not_supported' | 'value';

/** A refusal: a code, the place (0-based, in characters of the source), and a sentence in both languages that says what was expected. */
export class FormulaError extends Error {
  readonly code: FormulaErrorCode;
  readonly position: number;
  readonly text: Text;

  constructor(code: FormulaErrorCode, position: number, text: Text) {
    super(`${text.en} (at ${position + 1})`);
    this.code = code;
    this.position = position;
    this.text = text;
  }
}

export const syntaxError = (position: number, wantedId: string, wantedEn: string): FormulaError =>
  new FormulaError('syntax', position, { id: `di sini seharusnya ada ${wantedId}`, en: `expected ${wantedEn} here` });
