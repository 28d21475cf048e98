export { capital, formatChange, formatDate, formatNumber, formatValue, numberWord, type ShownUnit } from './format.ts';
export { type FigureView, type Piece, pieces } from './pieces.ts';
