/** One child of a score: how much it weighs and how much of it was achieved (0 to 100; null when not known). */
export interface WeightPart {
  /** Short name under the column: a letter or a code. */
  label: string;
  weight: number;
  value: number | null;
  /** The value as it stands in the table below. */
  shown: string | null;
  weightShown: string;
  level: number | null;
  simulated: boolean;
}

export interface Column {
  x: number;
  y: number;
  width: number;
  height: number;
  part: WeightPart;
  /** Whether the words fit inside the column's own width. */
  roomy: boolean;
}

export interface ColumnsShape {
  width: number;
  height: number;
  left: number;
  top: number;
  bottom: number;
  columns: Column[];
}

const gap = 2;

/** Columns as wide as their weights and as high as their achievement, side by side from the left. */
export function shapeWeightColumns(parts: WeightPart[], width: number): ColumnsShape {
  const narrow = width < 480;
  const [left, top, bottom] = [34, 22, narrow ? 180 : 200];
  const total = parts.reduce((sum, part) => sum + part.weight, 0) || 1;
  const room = width - left - gap * Math.max(0, parts.length - 1);
  let x = left;
  const columns = parts.map((part) => {
    const wide = (part.weight / total) * room;
    const high = part.value === null ? bottom - top : (Math.max(0, Math.min(100, part.value)) / 100) * (bottom - top);
    const column = { x: round(x), y: round(bottom - high), width: round(wide), height: round(high), part, roomy: wide >= 34 };
    x += wide + gap;
    return column;
  });
  return { width, height: bottom + 44, left, top, bottom, columns };
}

const round = (n: number): number => Math.round(n * 10) / 10;
