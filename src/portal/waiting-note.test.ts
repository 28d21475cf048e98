import { describe, expect, it } from 'vitest';
import { aRegionModel } from './samples.ts';
import { plain } from './sentence.ts';
import { cellFigure, telling } from './telling.ts';
import { waitingNote } from './waiting-note.ts';

const model = aRegionModel();
const [indicator] = [...model.indicators.values()].filter((one) => (model.cells.get(one.code) ?? []).some((cell) => cell.value !== null));
const code = indicator?.code ?? '';
const waiting = aRegionModel({ waiting: { codes: new Set([code, 'another']), computed: 1 } });

describe('a figure that waits to be computed again', () => {
  it('says so in both languages, with how far it is', () => {
    expect(plain(waitingNote(telling(waiting, 'id', ''), [code]) ?? [])).toContain('masih yang lama dan sedang dihitung ulang: 1 dari 2 ukuran selesai.');
    expect(plain(waitingNote(telling(waiting, 'en', ''), ['x', 'another'], true) ?? [])).toContain('This score is still the old one and is being computed again: 1 of 2 indicators done.');
  });
  it('is marked wherever it stands; others are not', () => {
    const cell = (model.cells.get(code) ?? []).find((one) => one.value !== null);
    if (!indicator || !cell) throw new Error('the sample has no value');
    expect(cellFigure(telling(waiting, 'id', ''), indicator, cell).marks).toContain('stale');
    expect(cellFigure(telling(model, 'id', ''), indicator, cell).marks).not.toContain('stale');
    expect(waitingNote(telling(model, 'id', ''), [code])).toBe(null);
    expect(waitingNote(telling(waiting, 'id', ''), ['x'])).toBe(null);
  });
});
