export { default as Figure } from './Figure.svelte';
export { capital, formatChange, formatDate, formatNumber, formatValue, numberWord, type ShownUnit } from './format.ts';
export { default as Layout, type LayoutView } from './Layout.svelte';
export { default as LineChart } from './LineChart.svelte';
export { default as Mark } from './Mark.svelte';
export { default as PillarMark } from './PillarMark.svelte';
export { default as Pieces } from './Pieces.svelte';
export { type FigureView, type Piece, pieces } from './pieces.ts';
export { default as Tag } from './Tag.svelte';
