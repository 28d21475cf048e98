/** Why a formula was refused: a code, the place (0-based, in characters), and a sentence in both languages. */
export class FormulaError extends Error {
  readonly code: string;
  readonly position: number;
  readonly text: { id: string; en: string };

  constructor(code: string, position: number, text: { id: string; en: string }) {
    super(`${text.en} (at ${position + 1})`);
    this.code = code;
    this.position = position;
    this.text = text;
  }
}

export const syntaxError = (position: number, wantedId: string, wantedEn: string): FormulaError =>
  new FormulaError('syntax', position, { id: `di sini seharusnya ada ${wantedId}`, en: `expected ${wantedEn} here` });
