import { defineConfig } from 'vitest/config';

/** The tests that mutants of the language and of scoring are held against; `npm run mutate`. Random tests run fewer times. */
export default defineConfig({ test: { include: ['src/indicators/formula/*.test.ts', 'src/indicators/{compute-cells,put-together,read-element}.test.ts', 'src/scores/*.test.ts'], env: { SERASAN_FEW_RUNS: '1' }, testTimeout: 20_000 } });
