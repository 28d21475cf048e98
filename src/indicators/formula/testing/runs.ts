/** How often a random test runs: a hundredth while mutants are tried, one after the other. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: process.env.SERASAN_FEW_RUNS ? Math.ceil(count / 100) : count });
