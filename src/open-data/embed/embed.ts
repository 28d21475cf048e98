import { drawPiece, piecePage } from './draw.ts';
import { embedWords, pieceOf } from './piece.ts';

/** Pieces for other sites: what they say, as a drawing, as a small page. */
export const embed = { pieceOf, drawPiece, piecePage, words: embedWords };
