/** How far a number lies from the middle of its row, in a measure that one wild number cannot stretch. */
export interface Robust {
  median: number;
  /**
   * What the distances are measured in. `median`: the median of all distances from the median. Where that is nothing, because more than half of
   * the numbers are equal, `mean`: their mean. Where even that is less than the least difference that is told, `step`: that difference.
   */
  by: 'median' | 'mean' | 'step';
  spread: number;
  /** One for each number, with its sign. */
  scores: number[];
}

/** What a spread is multiplied with, so that it estimates the standard deviation of a normal row. */
export const factors = { median: 1 / 0.6745, mean: 1.253314, step: 1 / 0.6745 };

/**
 * The modified z-scores of Iglewicz and Hoaglin (1993): distance from the median ÷ (spread ÷ 0.6745); with the mean of the distances, ÷ (1.253314 × spread),
 * as statistical packages compute it where the median of the distances is zero. `step`: the least difference that is told.
 */
export function robustScores(numbers: number[], step: number): Robust {
  const middle = medianOf(numbers);
  const distances = numbers.map((number) => Math.abs(number - middle));
  const usual = medianOf(distances);
  const mean = distances.reduce((sum, distance) => sum + distance / distances.length, 0);
  const by = usual >= step ? 'median' : usual === 0 && mean >= step ? 'mean' : 'step';
  const spread = { median: usual, mean, step }[by];
  return { median: middle, by, spread, scores: numbers.map((number) => (number - middle) / spread / factors[by]) };
}

function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return low === high ? low : low / 2 + high / 2;
}
